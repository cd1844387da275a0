"""deploy/k8s.yaml fits the published schemas of Kubernetes, itself, the image and compose.yaml."""

import tomllib
from typing import Any

import kubernetes_validate
import pytest
import yaml

from benchmarks.serving import ROOT
from tests.deploy.dockerfile import stages

MANIFESTS: list[dict[str, Any]] = list(yaml.safe_load_all((ROOT / "deploy" / "k8s.yaml").read_text("utf-8")))
KINDS = {one["kind"]: one for one in MANIFESTS}
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))
POD = KINDS["Deployment"]["spec"]["template"]
(CONTAINER,) = POD["spec"]["containers"]
IMAGE = stages()[-1]
VERSIONS = ("1.29", "1.33", "1.37")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_manifest_fits_its_schema(kind: str, version: str) -> None:
    assert kubernetes_validate.validate(KINDS[kind], version, strict=True) == version


def test_the_schemas_object_to_a_word_they_do_not_know() -> None:
    wrong = {**KINDS["Service"], "spec": {**KINDS["Service"]["spec"], "selectors": {}}}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, VERSIONS[0], strict=True)


def test_everything_has_one_name_and_no_namespace() -> None:
    assert {one["metadata"]["name"] for one in MANIFESTS} == {"steepest"}
    assert not any("namespace" in one["metadata"] for one in MANIFESTS)
    assert len(KINDS) == len(MANIFESTS)


def test_every_selector_finds_the_pods() -> None:
    labels = POD["metadata"]["labels"].items()
    (spread,) = POD["spec"]["topologySpreadConstraints"]
    selectors = [
        KINDS["Deployment"]["spec"]["selector"]["matchLabels"],
        KINDS["Service"]["spec"]["selector"],
        KINDS["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        KINDS["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
        spread["labelSelector"]["matchLabels"],
    ]
    assert all(selector and selector.items() <= labels for selector in selectors)


def test_a_request_finds_its_way_from_the_ingress_to_the_port_of_the_image() -> None:
    (rule,) = KINDS["Ingress"]["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    backend = path["backend"]["service"]
    (service,) = KINDS["Service"]["spec"]["ports"]
    (port,) = CONTAINER["ports"]
    (opened,) = KINDS["NetworkPolicy"]["spec"]["ingress"]
    assert backend == {"name": "steepest", "port": {"name": service["name"]}}
    assert service["targetPort"] == port["name"]
    assert [one["port"] for one in opened["ports"]] == [port["name"]]
    assert str(port["containerPort"]) == IMAGE.one("EXPOSE").rest
    assert f"--port={port['containerPort']}" in IMAGE.one("CMD").command
    (entry,) = KINDS["Ingress"]["spec"]["tls"]
    assert entry["hosts"] == [rule["host"]]


def test_probes_ask_what_the_image_asks_itself() -> None:
    asked = IMAGE.one("HEALTHCHECK").command[-1]
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert CONTAINER[probe]["httpGet"]["path"] == "/_stcore/health"
        assert CONTAINER[probe]["httpGet"]["port"] == CONTAINER["ports"][0]["name"]
    assert f"http://127.0.0.1:{CONTAINER['ports'][0]['containerPort']}/_stcore/health" in asked
    assert COMPOSE["services"]["proxy"]["healthcheck"]["test"][-1].endswith("/_stcore/health")


def test_nobody_is_root_and_nothing_can_be_written() -> None:
    user = f"{POD['spec']['securityContext']['runAsUser']}:{POD['spec']['securityContext']['runAsGroup']}"
    assert user == IMAGE.one("USER").rest
    assert CONTAINER["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert POD["spec"]["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    mounts = {one["name"]: one["mountPath"] for one in CONTAINER["volumeMounts"]}
    assert mounts == {one["name"]: IMAGE.environment["HOME"] for one in POD["spec"]["volumes"]}
    for name, service in COMPOSE["services"].items():
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert [one.partition(":")[0] for one in service["tmpfs"]] == ["/tmp"], name


def test_it_is_one_image_of_one_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    replicas = [COMPOSE["services"][name]["image"] for name in ("replica-1", "replica-2")]
    assert {CONTAINER["image"], *replicas} == {f"steepest:{version}"}


def test_no_secret_is_written_down() -> None:
    (secret,) = (one for one in CONTAINER["env"] if "SECRET" in one["name"])
    assert set(secret) == {"name", "valueFrom"}
    composed = COMPOSE["services"]["replica-1"]["environment"][secret["name"]]
    assert composed == "${STEEPEST_COOKIE_SECRET:-}"
    assert "Secret" not in KINDS


def test_there_is_no_way_out() -> None:
    policy = KINDS["NetworkPolicy"]["spec"]
    assert (policy["policyTypes"], policy["egress"]) == (["Ingress", "Egress"], [])
    assert COMPOSE["networks"]["inside"]["internal"]
    for name in ("replica-1", "replica-2"):
        assert set(COMPOSE["services"][name]["networks"]) == {"inside"}


def test_there_is_time_to_leave() -> None:
    (_, pause) = CONTAINER["lifecycle"]["preStop"]["exec"]["command"]
    (graceful,) = (word for word in IMAGE.one("CMD").command if "graceful" in word)
    leaving = int(pause) + int(graceful.partition("=")[2])
    assert leaving < POD["spec"]["terminationGracePeriodSeconds"]


def test_a_replica_has_one_core_and_never_stands_alone() -> None:
    scale = KINDS["HorizontalPodAutoscaler"]["spec"]
    assert CONTAINER["resources"]["limits"]["cpu"] == CONTAINER["resources"]["requests"]["cpu"] == "1"
    assert min(KINDS["Deployment"]["spec"]["replicas"], scale["minReplicas"]) >= 2
    assert scale["scaleTargetRef"]["name"] == KINDS["Deployment"]["metadata"]["name"]
    assert KINDS["PodDisruptionBudget"]["spec"]["maxUnavailable"] == 1


def test_a_browser_stays_with_its_replica_until_that_is_gone() -> None:
    notes = KINDS["Ingress"]["metadata"]["annotations"]
    kept = {name.rpartition("/")[2]: value for name, value in notes.items()}
    assert all(isinstance(value, str) for value in kept.values())
    assert kept["affinity"] == "cookie"
    assert kept["affinity-mode"] == "persistent"
    assert kept["session-cookie-change-on-failure"] == "true"
