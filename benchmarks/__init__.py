"""What a keystroke costs, measured beside a bare Streamlit page in the same run."""
