// What the explorer of tool_explorer.py computes, in the page.

import { netPresentValue, paybackYears } from "outsourcing-lessons/models/automation.js";

const [WEEKS_SHOWN, DISCOUNT, PITCHED_YEARS, STEP] = [52, 0.1, 5, 4];
const HORIZON = PITCHED_YEARS * WEEKS_SHOWN;

export function tool(givens, values) {
  const own = givens.hour;
  const yearly = ((values.saved * values.times) / 60) * WEEKS_SHOWN;
  const [build, saving, upkeep, life] = [values.build * own, yearly * own, values.upkeep * 12 * own, values.years];
  const worthAfter = (years) => netPresentValue(build, saving, upkeep, DISCOUNT, years);
  const pitchedAfter = (years) => netPresentValue(build, saving, 0, DISCOUNT, years);
  const backIn = (rate) => {
    const years = paybackYears(build, saving, upkeep, rate);
    return years <= life ? Math.max(1, Math.ceil(years * WEEKS_SHOWN - 1e-9)) : null;
  };
  const weeks = Array.from({ length: HORIZON / STEP + 1 }, (_, i) => STEP * i);
  const end = life * WEEKS_SHOWN;
  const [week, plainWeek, worth] = [backIn(DISCOUNT), backIn(0), worthAfter(life)];
  const sinks = upkeep >= saving;
  return {
    weeks,
    run: weeks.map((at) => worthAfter(Math.min(at, end) / WEEKS_SHOWN)),
    pitch: weeks.map((at) => pitchedAfter(at / WEEKS_SHOWN)),
    week,
    plain_week: plainWeek,
    other_week: week !== null && week !== plainWeek,
    zero: 0,
    early: week !== null && week < end - STEP,
    end,
    ends: end < HORIZON,
    worth,
    missing: -worth,
    sinks,
    lost: !sinks && plainWeek === null,
    late: !sinks && plainWeek !== null && week === null,
    earned: !sinks && week !== null,
    as_pitched: upkeep === 0 && life === PITCHED_YEARS,
    pitched: pitchedAfter(PITCHED_YEARS),
    yearly,
    kept: values.upkeep * 12,
    turned: worth < 0 && pitchedAfter(PITCHED_YEARS) > 0 && values.upkeep > 0,
  };
}
