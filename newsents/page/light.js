
// What is touched lights up, with everything of the same speaker or name. All content is there without this.
(() => {
  if (window.newsentsLight) return; // several articles in one notebook
  window.newsentsLight = true;
  let lit = [];
  const light = (target) => {
    const who = target && target.closest && target.closest(".newsents [data-who]");
    for (const element of lit) element.classList.remove("lit", "shown");
    const article = who && who.closest(".newsents");
    lit = article ? [...article.querySelectorAll(`[data-who="${who.dataset.who}"]`)] : [];
    for (const element of lit) {
      element.classList.add("lit");
      if (who.closest("article")) element.classList.add("shown"); // brings a card to where one reads
    }
  };
  for (const event of ["pointerover", "focusin"]) addEventListener(event, (e) => light(e.target));
  addEventListener("keydown", (e) => e.key === "Escape" && light(null));
})();
