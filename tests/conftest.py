"""How the suite is run, whatever the machine."""

from hypothesis import HealthCheck, settings

# A deadline and a health check on speed would measure the machine, not the code. Where time is what a test is
# about, that test sets its own ceiling.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
