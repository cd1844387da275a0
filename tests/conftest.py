"""How the suite is run, whatever the machine."""

from hypothesis import HealthCheck, settings

# A deadline and a health check on speed would measure the machine, not the code. Where time is what a test is
# about, that test sets its own ceiling. The examples are the same in every run, so that what is green here is
# green elsewhere; `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("any machine", settings.get_profile("search"), derandomize=True)
settings.load_profile("any machine")
