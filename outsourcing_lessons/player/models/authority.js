// models/authority.py over again: who knows, who decides, and how many cases are settled well (after Aghion and Tirole, 1997).

export const initiative = (helperMayKnow, ownerKnows, handedOver = 0) => helperMayKnow * (1 - ownerKnows * (1 - handedOver));

export function settledWell(ownerKnows, helperMayKnow, alike, guess = 0, handedOver = 0) {
  const finds = initiative(helperMayKnow, ownerKnows, handedOver);
  const kept = ownerKnows + (1 - ownerKnows) * (finds * alike + (1 - finds) * guess);
  const letGo = finds * alike + (1 - finds) * (ownerKnows + (1 - ownerKnows) * guess);
  return handedOver * letGo + (1 - handedOver) * kept;
}
