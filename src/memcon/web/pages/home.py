"""Home: the diary. What is planned next, and what became of plans since a day that one chooses."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from memcon import rows
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened

router = APIRouter()
