// models/intermediaries.py over again: what a year of cover costs with individuals and with a company. A cover has the
// fields of `Cover` there.

export function outageDays(cover, backups) {
  const alone = cover.outage ** (1 + backups);
  return cover.days * (cover.shared * cover.outage + (1 - cover.shared) * alone);
}

export function individualCost(cover, backups) {
  const attention = (1 + backups) * cover.individual_attention * cover.own_hour + backups * cover.backup_fee;
  return cover.hours * cover.individual_price + attention + outageDays(cover, backups) * cover.outage_cost;
}

export function companyCost(cover) {
  const without = cover.days * cover.company_outage * cover.outage_cost;
  return cover.hours * cover.company_price + cover.company_attention * cover.own_hour + without;
}

// The company's price at which it costs as much as individuals, where a day without anybody costs so much.
export function priceFrontier(cover, outageCost, backups) {
  const days = outageDays(cover, backups);
  const fixed = individualCost(cover, backups) - days * cover.outage_cost;
  const fewer = days - cover.days * cover.company_outage;
  return (fixed - cover.company_attention * cover.own_hour + fewer * outageCost) / cover.hours;
}
