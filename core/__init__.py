"""The mathematics: Python, NumPy, SymPy. Knows no Streamlit and no Altair."""
