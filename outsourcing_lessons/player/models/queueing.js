// models/queueing.py over again: about how long a request waits for one server (Kingman, 1961).

export function kingmanWait(utilisation, cvArrival, cvService, serviceTime) {
  return ((utilisation / (1 - utilisation)) * ((cvArrival ** 2 + cvService ** 2) / 2)) * serviceTime;
}
