"""The quadratic model at the point: its level curves, its trust along a ray, its bowl or saddle in space."""

import streamlit as st

from charts.hessian import model_chart
from charts.surface import Sheet, surface_chart
from core.hessian import hessian_reading, model_steps
from core.quadratic_model import QuadraticModel, Ray
from core.sampling.surface_grid import Window, cut_through, surface_grid
from core.slopes.sampled import window_heights
from ui import address, checks, messages, pictures, surface
from ui.cached import levels_of
from ui.controls import slider
from ui.hessian_newton import hessian
from ui.hessian_newton.cached import model_levels_of, model_of, outline_of, ray_of, surface_of
from ui.hessian_newton.moving import move
from ui.hessian_newton.setting import Setting
from ui.shell import dark
from ui.steps import worked_steps

_CELLS = 24
_TRUSTED = ":green[:material/straighten:]"


def controls(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    """The direction in which the model is held against f."""
    slider("angle")


def picture(setting: Setting) -> None:
    """The level curves of f and its model; without a model those of f alone."""
    model, ray = model_of(setting.text, setting.point), _ray(setting)
    levels = model_levels_of(setting.text, setting.point, setting.box)
    if model is None or ray is None or levels is None:
        hessian.picture(setting)
        return
    drawn = model_chart(
        levels=levels_of(setting.text, *setting.box),
        model=model,
        model_levels=levels,
        outline=outline_of(setting.text, setting.point, _reach(setting)),
        ray=ray,
        window=setting.box,
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, "model", on_click=move)
        st.caption("Dashed: level curves of the model. Dotted: its error stays within 10 % of the change.")


def said(setting: Setting) -> None:
    """How far the model holds along the ray, or why there is none."""
    ray = _ray(setting)
    if ray is None:
        messages.tell(hessian_reading(setting.function, setting.point).sentence)
    elif ray.check is None:
        messages.tell(ray.sentence, _TRUSTED)
    else:
        checks.said(ray.sentence, ray.check, _TRUSTED)


def below(setting: Setting) -> None:
    """The surface with the model over it, and the formula worked out."""
    model, ray = model_of(setting.text, setting.point), _ray(setting)
    if model is None or ray is None:
        return
    left, right = st.columns([2, 3], gap="medium")
    with left:
        _in_space(setting, model)
    with right:
        worked_steps(model_steps(setting.function, model, ray))


def _in_space(setting: Setting, model: QuadraticModel) -> None:
    px, py = setting.point
    slope_x, slope_y = model.gradient.tolist()
    line = cut_through(setting.function, (px, py), address.number("angle"), setting.box)
    scene = surface_chart(
        surface=surface_of(setting.text, setting.box),
        window=setting.box,
        heights=window_heights(setting.function, setting.window),
        point=(px, py, model.value),
        gradient=(slope_x, slope_y),
        cuts={"f along the ray": line},
        sheets=[Sheet("quadratic model", surface_grid(model, _patch(setting), cells=_CELLS))],
        dark=dark(),
    )
    surface.show(scene, "surface")
    st.caption("Drag to turn. The model is a bowl, a dome or a saddle, and f leaves it farther out.")


def _patch(setting: Setting) -> Window:
    """The part of the window about the point over which the model is laid."""
    x, y = (
        (max(low, at - _reach(setting) / 2), min(high, at + _reach(setting) / 2))
        for at, (low, high) in zip(setting.point, setting.box, strict=True)
    )
    return x, y


def _ray(setting: Setting) -> Ray | None:
    return ray_of(setting.text, setting.point, address.number("angle"), _reach(setting))


def _reach(setting: Setting) -> float:
    """As far as half the window's shorter side."""
    return min(high - low for low, high in setting.box) / 2
