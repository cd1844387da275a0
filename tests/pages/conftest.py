"""What every page test shares: installed packages are looked through once, not for each app opened."""

from collections.abc import Iterator

import pytest
from streamlit.components.v2 import manifest_scanner


@pytest.fixture(scope="session", autouse=True)
def one_scan_of_the_installed_packages() -> Iterator[None]:
    """Each AppTest asks Streamlit which packages bring components, 80 ms; none is installed meanwhile."""
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield
