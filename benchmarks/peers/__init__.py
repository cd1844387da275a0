"""The path of gradient descent on a curve, with a slider for η, as people draw it with other tools.

Each runs in an environment of its own (requirements.txt beside this); nothing here is imported by the app.
"""
