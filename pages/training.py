"""Training: what does all this calculus train?"""

import streamlit as st

from ui.course import Lesson
from ui.examples import example_picker
from ui.keys import TRAINING_TABS
from ui.messages import explained
from ui.moving import moving
from ui.myths import myths
from ui.practice import kept_back, practice
from ui.shell import lesson
from ui.tabs import open_part
from ui.terms import words
from ui.training import practising, verdict
from ui.training.backpropagation import backpropagation
from ui.training.chosen_data import data_note
from ui.training.closed import closed
from ui.training.convex import convex
from ui.training.idea import idea
from ui.training.loss import loss
from ui.training.more import more
from ui.training.notice import notice
from ui.training.one_sample import one_sample
from ui.training.running import progress
from ui.training.setting import learner, pace
from ui.training.table import table
from ui.training.which_loss import which_loss


@moving
def body(row: Lesson) -> None:
    """What the controls move."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        model = learner()
        more()
        example_picker(row.name)
    data_note()
    left, right = st.columns([2, 1], gap="medium")
    with right:
        chosen = pace(model)
        under_way = st.container()
        training = practising.said(chosen)
    with left:
        if training is None:
            verdict.objection(chosen)
        else:
            practising.shown(chosen, training)
        if not kept_back(row.name):
            notice(row.name)

    label = open_part(*TRAINING_TABS)
    with st.container(), explained():
        match label:
            case "Idea":
                idea(chosen)
            case "Loss":
                loss(chosen)
            case "One sample":
                one_sample(chosen)
            case "Backpropagation":
                backpropagation(chosen)
            case "Closed form":
                closed(chosen)
            case "Which loss":
                which_loss(chosen)
            case "Convex":
                convex(chosen)
            case "Data":
                table(chosen)
            case "Myths":
                myths(row.name)
            case "Practice":
                practice(row.name)
    words(row.name, label)
    with under_way:
        progress(chosen)


with lesson(__file__) as row:
    body(row)
