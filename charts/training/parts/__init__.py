"""What the pictures of a training share: epochs, samples, axes, the key, and the loss beside them."""
