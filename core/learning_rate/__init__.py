"""How far one step should go: predicted from curvature, measured on a run, named in one sentence."""
