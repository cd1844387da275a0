"""Results become pictures here: specs built once, numbers sent beside them. Knows no Streamlit."""
