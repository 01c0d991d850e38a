(function () {
  "use strict";
  var form = document.getElementById("filter");
  var cards = Array.prototype.slice.call(document.querySelectorAll("article.finding"));
  var shown = document.getElementById("shown");
  var none = document.getElementById("none");

  function fits(card, severities, code, status, words) {
    var data = card.dataset;
    return severities.indexOf(data.severity) >= 0 && (!code || data.code === code) &&
      (!status || data.status === status) &&
      words.every(function (word) { return data.words.indexOf(word) >= 0; });
  }

  function filter() {
    var severities = Array.prototype.map.call(
      form.querySelectorAll("input[name=severity]:checked"), function (box) { return box.value; });
    var words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    cards.forEach(function (card) {
      var fit = fits(card, severities, form.elements.code.value, form.elements.status.value, words);
      card.hidden = !fit;
      count += fit ? 1 : 0;
    });
    shown.textContent = (count === cards.length ? "" : count + " / ") + {{ _("{count} 条", count="#")|tojson }}.replace("#", cards.length);
    none.hidden = count > 0;
  }

  if (form) {
    form.addEventListener("input", filter);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    filter();
  }

  var only = document.getElementById("only");
  if (only) {
    only.addEventListener("change", function () {
      document.querySelectorAll("tr[data-verdict]").forEach(function (row) {
        row.hidden = only.checked && (row.dataset.verdict === "passed" || row.dataset.verdict === "rounding");
      });
    });
  }

  // a link into a closed block or to a filtered finding opens it
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; }
      if (node.hidden) { node.hidden = false; }
    }
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  reveal();
})();
