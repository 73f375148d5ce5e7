// Shows where a run stands, each second, and the page with its result once it has ended.
const run = document.getElementById("run");
const events = new EventSource(run.dataset.follow);
const tell = (name, text) => {
  const place = run.querySelector(`[data-told="${name}"]`);
  if (place && place.textContent !== text) place.textContent = text;
};
events.onmessage = (event) => {
  const told = JSON.parse(event.data);
  if (told.ended) {
    events.close();
    location.reload();
    return;
  }
  tell("status", told.status);
  const progress = told.progress;
  if (!progress) return;
  tell("step", progress.step);
  tell("parts", progress.parts > 0 ? `${progress.done} / ${progress.parts}` : "");
  tell("value", progress.value ?? "");
  tell("bound", progress.bound ?? "");
  tell("seconds", `${progress.seconds} s`);
};
