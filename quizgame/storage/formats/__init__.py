"""The formats that other programs keep quizzes in."""
