"""Home: the diary. What is planned next, and what became of plans since a day that one chooses."""


from fastapi import APIRouter

router = APIRouter()
