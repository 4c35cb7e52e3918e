
// What is touched lights up, with everything of the same speaker or name. All content is there without this.
(() => {
  if (window.newsentsLight) return; // several articles in one notebook
  window.newsentsLight = true;
  let lit = [];
  const show = (card) => {
    card.classList.add("shown"); // on a narrow page it comes up from below; else the register is scrolled to it
    const register = card.closest(".register");
    const [outer, inner] = [register.getBoundingClientRect(), card.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) register.scrollTop += inner.top - outer.top;
  };
  const light = (target) => {
    const at = (selector) => target && target.closest && target.closest(selector);
    if (at(".card.shown")) return; // it stays while one reads in it
    const who = at(".newsents [data-who]");
    for (const element of lit) element.classList.remove("lit", "shown");
    const article = who && who.closest(".newsents");
    lit = article ? [...article.querySelectorAll(`[data-who="${who.dataset.who}"]`)] : [];
    for (const element of lit) {
      element.classList.add("lit");
      if (who.closest("article") && element.matches(".card")) show(element);
    }
  };
  for (const event of ["pointerover", "focusin"]) addEventListener(event, (e) => light(e.target));
  addEventListener("click", (e) => {
    const risen = e.pointerType === "touch" && document.querySelector(".newsents-page .card.shown");
    if (risen && getComputedStyle(risen).position === "fixed" && e.target.closest("article a")) e.preventDefault();
  });
  addEventListener("keydown", (e) => e.key === "Escape" && light(null));
})();
