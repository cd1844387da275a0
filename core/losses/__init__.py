"""How wrong is a prediction: typical losses, why classification takes the log-loss, convex or not."""

from core.losses.classification import squared_loss as squared_loss
from core.losses.classification import squared_slope as squared_slope
from core.losses.landscape import landscape_window as landscape_window
from core.losses.landscape import loss_levels as loss_levels
from core.losses.line_convexity import line_convexity_steps as line_convexity_steps
from core.losses.line_convexity import line_hessian as line_hessian
from core.losses.mistake import Mistake as Mistake
from core.losses.mistake import mistake as mistake
from core.losses.mistake import mistake_steps as mistake_steps
from core.losses.segment import Segment as Segment
from core.losses.segment import segment_between as segment_between
from core.losses.segment import segment_steps as segment_steps
from core.losses.table import CLASSIFICATION as CLASSIFICATION
from core.losses.table import REGRESSION as REGRESSION
from core.losses.table import Loss as Loss
from core.losses.two_starts import TwoStarts as TwoStarts
from core.losses.two_starts import two_ends as two_ends
from core.losses.two_starts import two_starts as two_starts
