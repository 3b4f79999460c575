"""Prints survival curves as two well-known libraries estimate them, for kaplan-meier-reference.json.

    pip install lifelines==0.30.3 statsmodels==0.15.0
    python kaplan-meier-reference.py > kaplan-meier-reference.json

The first set is that of Freireich et al. (Blood 21, 1963): weeks of remission of 21 children with leukaemia
under 6-mercaptopurine, a textbook case since Gehan (1965). The second one is made up: many equal days,
ends and censorings on one day, ends on the first day, and an end of the last one that is watched.
"""

import json

from lifelines import KaplanMeierFitter
from statsmodels.duration.survfunc import SurvfuncRight

SETS = {
    "6-mercaptopurine": {
        "days": [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
        "ended": [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
    },
    "made up": {
        "days": [0, 0, 0, 5, 5, 5, 5, 9, 9, 40, 40, 40, 365, 365, 366, 400, 400, 1461, 1461, 3652],
        "ended": [1, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1],
    },
}


def curve(days, ended):
    fitted = KaplanMeierFitter().fit(days, ended)
    errors = SurvfuncRight(days, ended)
    error_at = dict(zip((int(time) for time in errors.surv_times), errors.surv_prob_se))
    points = []
    for time, row in fitted.event_table.iterrows():
        if row["observed"] == 0:
            continue
        lower, upper = fitted.confidence_interval_survival_function_.loc[time]
        survival = float(fitted.survival_function_.loc[time].iloc[0])
        point = {"days": int(time), "atRisk": int(row["at_risk"]), "ended": int(row["observed"]), "survival": survival}
        if survival > 0:
            point |= {"standardError": float(error_at[int(time)]), "lower": float(lower), "upper": float(upper)}
        points.append(point)
    return {"days": days, "ended": ended, "median": float(fitted.median_survival_time_), "points": points}


print(json.dumps({name: curve(**lifetimes) for name, lifetimes in SETS.items()}, indent=2))
