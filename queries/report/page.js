// The page of a report: filters, graph, timeline and tables over one excerpt of
// a dossier, which stands in the page as JSON.
"use strict";
(() => {
  const began = performance.now();
  const page = JSON.parse(document.getElementById("data").textContent);
  const dossier = page.dossier;
  const $ = id => document.getElementById(id);
  const byID = list => new Map(list.map(item => [item.id, item]));
  const entities = byID(dossier.entities), sentences = byID(dossier.sentences), articles = byID(dossier.articles), claims = byID(dossier.claims);
  const order = ["accepted", "reference", "asserted", "attributed", "alleged", "disputed", "planned", "denied", "headline", "withdrawn", "rejected"];
  // The sentence that says it best comes first.
  const standings = ["affirmed", "alleged", "denied", "hypothetical"];
  const worth = e => (e.superseded ? 100 : 0) + (e.contradicted_by_body ? 50 : 0) + 2 * standings.indexOf(e.standing) + (sentences.get(e.sentence)?.part === "headline" ? 1 : 0);
  for (const c of dossier.claims) c.evidence.sort((a, b) => worth(a) - worth(b));
  const rank = status => (order.indexOf(status) + order.length + 1) % (order.length + 1);

  // el makes an element; children that are strings become text, never markup.
  const el = (tag, attributes, ...children) => {
    const e = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
      else if (value === true) e.setAttribute(key, "");
      else if (value !== undefined && value !== null && value !== false) e.setAttribute(key, value);
    }
    e.append(...children.flat().filter(c => c !== undefined && c !== null && c !== ""));
    return e;
  };
  const name = id => entities.get(id)?.name ?? id ?? "";
  const words = type => type.toLowerCase().replaceAll("_", " ");
  const day = text => (text ?? "").slice(0, 10);
  // A day, a month, a year, or two days.
  const dates = c => {
    const from = c.date ?? "", to = c.date_to ?? from;
    if (from === to) return from;
    if (from.endsWith("-01-01") && to === from.slice(0, 4) + "-12-31") return from.slice(0, 4);
    if (from.endsWith("-01") && to === monthEnd(from.slice(0, 7))) return from.slice(0, 7);
    return from + " – " + to;
  };
  const monthEnd = month => new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 0)).toISOString().slice(0, 10);
  const plural = (n, what) => n.toLocaleString("en") + " " + what + (n === 1 ? "" : "s");
  const count = c => c.count_min === undefined ? "" :
    c.count_max === -1 ? c.count_min + " or more" : c.count_max === c.count_min ? String(c.count_min) : c.count_min + " to " + c.count_max;
  const prepositions = { recipient: "to", from: "from", target: "against", weapon: "with", place: "in", of: "of" };
  // Events that a claim is itself a report of say everything twice.
  const roles = c => Object.entries(c.roles ?? {}).filter(([role]) => role !== "transfer" && role !== "event");
  const phrase = c => [
    name(c.subject), words(c.relation), c.object ? name(c.object) : "", c.object ? "" : count(c), c.count_unit ?? "",
    c.content ? "“" + c.content + "”" : "",
    ...roles(c).map(([role, ids]) => (prepositions[role] ?? role) + " " + ids.map(name).join(", ")),
  ].filter(Boolean).join(" ");
  const outletOf = e => articles.get(sentences.get(e.sentence)?.article)?.outlet ?? "";
  const badge = status => el("span", { class: "status " + status }, status);
  const contradicted = new Map();
  for (const k of dossier.contradictions ?? []) {
    for (const [a, b] of k.a === k.b ? [[k.a, k.b]] : [[k.a, k.b], [k.b, k.a]]) {
      if (!contradicted.has(a)) contradicted.set(a, []);
      contradicted.get(a).push({ ...k, other: b });
    }
  }
  // What the search for words looks at.
  const haystack = new Map(dossier.claims.map(c => [c.id, [phrase(c), ...c.evidence.map(e => sentences.get(e.sentence)?.text ?? "")].join(" ").toLowerCase()]));

  // ---- filters
  const filter = { statuses: new Set(), since: "", until: "", undated: true, relation: "", outlet: "", words: "" };
  const present = [...new Set(dossier.claims.map(c => c.status))].sort((a, b) => rank(a) - rank(b));
  const counted = (list, of) => {
    const n = new Map();
    for (const item of list) for (const key of new Set([of(item)].flat())) if (key) n.set(key, (n.get(key) ?? 0) + 1);
    return [...n].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  };
  for (const status of present) {
    const n = dossier.claims.filter(c => c.status === status).length;
    $("statuses").append(el("label", {}, el("input", { type: "checkbox", value: status, checked: true }), " ", badge(status), " " + n));
  }
  for (const [relation, n] of counted(dossier.claims, c => c.relation)) $("relation").append(el("option", { value: relation }, words(relation) + " (" + n + ")"));
  for (const [outlet, n] of counted(dossier.claims, c => c.evidence.map(outletOf))) $("outlet").append(el("option", { value: outlet }, outlet + " (" + n + ")"));

  let shown = [], shownIDs = new Set();
  const passes = c => filter.statuses.has(c.status)
    && (c.date ? (!filter.since || (c.date_to ?? c.date) >= filter.since) && (!filter.until || c.date <= filter.until) : filter.undated)
    && (!filter.relation || c.relation === filter.relation)
    && (!filter.outlet || c.evidence.some(e => outletOf(e) === filter.outlet))
    && (!filter.words || filter.words.split(/\s+/).every(w => haystack.get(c.id).includes(w)));
  const readFilters = () => {
    filter.statuses = new Set([...$("statuses").querySelectorAll("input:checked")].map(i => i.value));
    for (const id of ["since", "until", "relation", "outlet"]) filter[id] = $(id).value;
    filter.undated = $("undated").checked;
    filter.words = $("words").value.trim().toLowerCase();
  };
  const apply = () => {
    readFilters();
    shown = dossier.claims.filter(passes);
    shownIDs = new Set(shown.map(c => c.id));
    $("counts").textContent = [
      shown.length === dossier.claims.length ? plural(shown.length, "claim") : shown.length.toLocaleString("en") + " of " + plural(dossier.claims.length, "claim"),
      plural(entities.size, "name"), plural(sentences.size, "sentence"), plural(articles.size, "article"),
    ].join(", ");
    filterGraph();
    drawTables();
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); };
  $("filters").addEventListener("input", soon);
  $("filters").addEventListener("reset", () => setTimeout(apply));
  $("filters").addEventListener("submit", e => e.preventDefault());

  // ---- details
  const say = text => { $("said").textContent = text; };
  const marked = (s, e) => {
    // The offsets count bytes of the article; for the few texts beyond ASCII they are counted anew.
    const bytes = new TextEncoder().encode(s.text), decode = part => new TextDecoder().decode(part);
    const from = Math.max(0, e.start - s.start), to = Math.min(bytes.length, e.end - s.start);
    if (to <= from || from === 0 && to === bytes.length) return [s.text];
    return [decode(bytes.slice(0, from)), el("mark", {}, decode(bytes.slice(from, to))), decode(bytes.slice(to))];
  };
  const source = (e, s) => {
    const a = articles.get(s.article) ?? {};
    const title = a.title || a.name || a.id;
    const speakers = (e.speakers ?? []).map(name).join(" via ");
    const marks = [e.standing !== "affirmed" ? e.standing : "", e.superseded ? "in a version that was replaced" : "", e.contradicted_by_body ? "headline that its own article contradicts" : s.part === "headline" ? "headline" : ""].filter(Boolean);
    return el("footer", {}, [speakers, a.outlet, day(a.published)].filter(Boolean).join(", "), speakers || a.outlet ? ", " : "",
      a.url && /^https?:/.test(a.url) ? el("a", { href: a.url, rel: "noreferrer" }, title) : title,
      marks.length ? " (" + marks.join(", ") + ")" : "");
  };
  const claimBlock = c => el("div", { class: "claim" },
    el("p", {}, badge(c.status), " ", el("strong", {}, phrase(c))),
    el("p", { class: "how" }, [dates(c) && "on " + dates(c), plural(c.articles, "article"), c.origins !== c.articles ? plural(c.origins, "origin") : ""].filter(Boolean).join(" · ")),
    c.evidence.map(e => {
      const s = sentences.get(e.sentence);
      return s && el("blockquote", {}, marked(s, e), source(e, s));
    }),
    (contradicted.get(c.id) ?? []).map(k => el("p", { class: "disputed" }, "Contradicted in " + k.kind + (k.reason ? " (" + k.reason + ")" : "") +
      (k.other === c.id ? "." : " by: "), k.other === c.id ? "" : el("span", {}, phrase(claims.get(k.other) ?? {}), "."))));
  const most = 40;
  const show = (title, list, focus) => {
    const visible = list.filter(c => shownIDs.has(c.id)).sort((a, b) => b.articles - a.articles || rank(a.status) - rank(b.status) || (a.date ?? "9").localeCompare(b.date ?? "9"));
    const more = visible.length > most && el("button", { type: "button", class: "more", onclick: e => { e.target.replaceWith(...visible.slice(most).map(claimBlock)); } }, "Show " + (visible.length - most) + " more");
    $("details").replaceChildren(el("h3", {}, title), el("p", { class: "how" }, plural(visible.length, "claim") + (visible.length < list.length ? " that the filters let through, of " + list.length : "")),
      ...visible.slice(0, most).map(claimBlock), more || "");
    $("details").scrollTop = 0;
    if (focus) { $("details").focus({ preventScroll: true }); $("details").scrollIntoView({ block: "nearest" }); }
  };
  const part = new Map(); // entity -> claims it has a part in
  for (const c of dossier.claims) {
    const ids = new Set([c.subject, c.object, ...Object.values(c.roles ?? {}).flat(), ...c.evidence.flatMap(e => e.speakers ?? [])]);
    for (const id of ids) if (id) (part.get(id) ?? part.set(id, []).get(id)).push(c);
  }
  const showEntity = (id, focus) => {
    const e = entities.get(id);
    show(name(id) + (e ? ", " + e.label : ""), part.get(id) ?? [], focus);
  };

  // ---- graph
  let cy, dark = matchMedia("(prefers-color-scheme: dark)");
  const many = page.edges.length > 800; // then arrows are plain lines until one is looked at
  const look = night => [
    { selector: "node", style: {
      "background-color": "data(color)", label: "data(name)", color: night ? "#e6eaee" : "#1d252c", "font-size": "data(font)", "text-valign": "bottom", "text-margin-y": 3,
      "text-wrap": many ? "none" : "wrap", "text-max-width": "data(wide)", "min-zoomed-font-size": many ? 9 : 7, width: "data(size)", height: "data(size)", "border-width": night ? 1 : 0, "border-color": "#ffffff88",
      "text-background-color": night ? "#14191e" : "#fff", "text-background-opacity": many ? 0 : .7, "text-background-padding": 1 } },
    { selector: "edge", style: {
      width: "data(width)", "line-color": night ? "#77848f" : "#9aa5af", "target-arrow-color": night ? "#77848f" : "#9aa5af", "target-arrow-shape": "triangle", "arrow-scale": .8,
      "curve-style": many ? "haystack" : "bezier", label: many ? "" : "data(caption)", "font-size": 9, "min-zoomed-font-size": 8,
      color: night ? "#a7b2bc" : "#55606a", "text-rotation": "autorotate", "text-background-color": night ? "#14191e" : "#fff", "text-background-opacity": .8 } },
    { selector: "edge[role]", style: { "line-style": "dotted" } },
    { selector: "edge.doubt", style: { "line-style": "dashed" } },
    { selector: "edge.against", style: { "line-style": "dashed", "line-color": night ? "#ff9a9f" : "#a1161f", "target-arrow-color": night ? "#ff9a9f" : "#a1161f" } },
    { selector: ".far", style: { opacity: .15 } },
    { selector: ".gone", style: { display: "none" } },
    { selector: ".at", style: { "border-width": 4, "border-color": night ? "#7fb8f5" : "#0b5cad", "line-color": night ? "#7fb8f5" : "#0b5cad", "target-arrow-color": night ? "#7fb8f5" : "#0b5cad", "z-index": 9 } },
    { selector: "edge.at", style: { width: 4, label: "data(caption)", "curve-style": many ? "straight" : "bezier" } },
  ];
  const drawGraph = () => {
    if (!page.nodes.length) { $("picture").hidden = true; return; }
    const degree = new Map();
    for (const e of page.edges) for (const id of [e.from, e.to]) degree.set(id, (degree.get(id) ?? 0) + e.claims.length);
    cy = cytoscape({
      container: $("graph"),
      elements: {
        // The most connected are the largest, so that they can be read from afar.
        nodes: page.nodes.map(n => {
          const weight = Math.sqrt(degree.get(n.id) ?? 1), font = Math.round(10 + Math.min(24, 2.5 * (weight - 1)));
          return { data: { id: n.id, name: n.name, label: n.label, color: n.color, size: 14 + Math.min(44, 6 * weight), font, wide: font * 10 }, position: { x: n.x, y: n.y } };
        }),
        edges: page.edges.map((e, i) => ({ classes: doubts(e.claims), data: { id: "edge " + i, source: e.from, target: e.to, claims: e.claims, ...(e.role ? { role: e.role } : {}),
          caption: words(e.role || e.relation) + (e.claims.length > 1 ? " ×" + e.claims.length : ""), width: e.role ? 1 : 1 + Math.min(4, Math.log2(Math.max(1, e.articles))) } })),
      },
      layout: { name: "preset" }, style: look(dark.matches), minZoom: .02, maxZoom: 4,
      ...(page.edges.length > 1500 ? { hideEdgesOnViewport: true, textureOnViewport: true, pixelRatio: 1 } : {}),
    });
    cy.fit(undefined, 30);
    cy.on("tap", "edge", e => openEdge(e.target));
    cy.on("tap", "node", e => openNode(e.target));
    cy.on("tap", e => { if (e.target === cy) clear(); });
    if (page.edges.length < page.allEdges) $("cut").textContent = "Drawn are the " + page.edges.length.toLocaleString("en") + " of " + page.allEdges.toLocaleString("en") + " arrows that most articles tell; the tables have all.";
    const labels = counted(page.nodes, n => n.label);
    $("legend").replaceChildren(...labels.slice(0, 10).map(([label, n]) => el("li", {}, el("i", { style: "background:" + page.colors[label] }), label + " " + n)));
  };
  const claimsOf = edge => edge.data("claims").map(id => claims.get(id));
  const edgeTitle = edge => {
    const c = claimsOf(edge)[0];
    return edge.data("role") ? name(edge.source().id()) + ", " + edge.data("role") + ": " + name(edge.target().id())
      : name(edge.source().id()) + " " + words(c.relation) + " " + name(edge.target().id());
  };
  const highlight = (kept, at) => cy.batch(() => {
    cy.elements().removeClass("far at");
    cy.elements().not(kept).addClass("far");
    at.addClass("at");
  });
  const clear = () => { cy?.batch(() => cy.elements().removeClass("far at")); current = null; $("details").replaceChildren(el("p", { class: "how" }, "Nothing is selected.")); };
  const openEdge = (edge, focus) => { highlight(edge.union(edge.connectedNodes()), edge); show(edgeTitle(edge), claimsOf(edge), focus); say(edgeTitle(edge) + ", " + plural(claimsOf(edge).length, "claim")); };
  const openNode = (node, focus) => { current = node; highlight(node.closedNeighborhood(), node); showEntity(node.id(), focus); say(describe(node)); };
  // doubts are the classes of an edge: how its surest claim that is shown stands.
  const doubts = ids => {
    const status = order[Math.min(...ids.filter(id => shownIDs.has(id)).map(id => rank(claims.get(id).status)))];
    return !status ? ["gone"] : ["disputed", "denied", "withdrawn", "rejected"].includes(status) ? ["against"] : ["alleged", "planned", "headline"].includes(status) ? ["doubt"] : [];
  };
  const filterGraph = () => cy?.batch(() => {
    for (const edge of cy.edges()) {
      const now = doubts(edge.data("claims"));
      for (const name of ["gone", "against", "doubt"]) if (edge.hasClass(name) !== now.includes(name)) edge.toggleClass(name);
    }
    for (const node of cy.nodes()) {
      const gone = !node.connectedEdges().some(e => !e.hasClass("gone"));
      if (node.hasClass("gone") !== gone) node.toggleClass("gone");
    }
  });
  dark.addEventListener("change", () => cy?.style(look(dark.matches)));

  // The keyboard in the graph.
  let current = null, turn = 0;
  const describe = node => node.data("name") + ", " + node.data("label") + ", " + plural(node.connectedEdges().not(".gone").length, "arrow");
  const step = (dx, dy) => {
    const nodes = cy.nodes().not(".gone");
    if (!nodes.length) return;
    if (!current || current.hasClass("gone")) return move(nodes.max(n => n.degree()).ele);
    const p = current.position();
    let best = null, least = Infinity;
    for (const n of nodes) {
      const q = n.position(), along = (q.x - p.x) * dx + (q.y - p.y) * dy, across = Math.abs((q.x - p.x) * dy) + Math.abs((q.y - p.y) * dx);
      if (along > 0 && along + 2 * across < least) { least = along + 2 * across; best = n; }
    }
    if (best) move(best);
  };
  const move = node => {
    current = node; turn = 0;
    cy.batch(() => { cy.elements().removeClass("far at"); node.addClass("at"); });
    const box = cy.extent(), p = node.position();
    if (p.x < box.x1 || p.x > box.x2 || p.y < box.y1 || p.y > box.y2) cy.center(node);
    say(describe(node));
  };
  const zoom = by => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  const keys = {
    ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
    Enter: () => current && openNode(current, true), Escape: clear, "+": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: () => cy.fit(undefined, 30),
    e: () => { const edges = current?.connectedEdges().not(".gone"); if (edges?.length) openEdge(edges[turn++ % edges.length]); },
  };
  $("graph").addEventListener("keydown", event => {
    const run = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (!cy || !run || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    run();
  });
  $("fit").addEventListener("click", () => cy.fit(undefined, 30));
  $("in").addEventListener("click", () => zoom(1.3));
  $("out").addEventListener("click", () => zoom(1 / 1.3));
  const select = id => {
    const node = cy?.getElementById(id);
    if (node?.length) { openNode(node, true); cy.center(node); } else showEntity(id, true);
  };

  // ---- tables
  const first = 100;
  // table draws rows lazily: thousands of them would keep the page from opening.
  const table = (into, caption, columns, rows) => {
    const body = el("tbody", {}), box = el("div", { class: "wide" });
    let sorted = rows, by = -1, down = false, drawn = 0;
    const more = el("button", { type: "button", class: "more" });
    const grow = n => {
      body.append(...sorted.slice(drawn, drawn + n).map(row => el("tr", {}, columns.map(c => el("td", { class: c.number ? "number" : null }, c.cell(row))))));
      drawn = Math.min(sorted.length, drawn + n);
      more.hidden = drawn >= sorted.length;
      more.textContent = "Show " + Math.min(1000, sorted.length - drawn).toLocaleString("en") + " more of " + (sorted.length - drawn).toLocaleString("en");
    };
    more.addEventListener("click", () => grow(1000));
    const heads = columns.map((c, i) => el("th", { scope: "col" }, el("button", { type: "button", onclick: () => {
      down = by === i ? !down : !!c.number;
      by = i;
      sorted = [...rows].sort((a, b) => (c.number ? c.key(a) - c.key(b) : c.key(a).localeCompare(c.key(b))) * (down ? -1 : 1));
      heads.forEach((h, j) => j === i ? h.setAttribute("aria-sort", down ? "descending" : "ascending") : h.removeAttribute("aria-sort"));
      body.replaceChildren();
      drawn = 0;
      grow(first);
    } }, c.head)));
    box.append(el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, heads)), body), more);
    grow(first);
    into.replaceChildren(box);
  };
  const text = (head, key, cell) => ({ head, key, cell: cell ?? key });
  const numeric = (head, key) => ({ head, key, number: true, cell: row => String(key(row)) });
  const entityButton = id => el("button", { type: "button", onclick: () => select(id) }, name(id));
  const rolesOf = c => roles(c).map(([role, ids]) => role + ": " + ids.map(name).join(", ")).join("; ");
  const objectOf = c => c.object ? name(c.object) : c.content ? "“" + c.content + "”" : [count(c), c.count_unit].filter(Boolean).join(" ");
  const drawTables = () => {
    const chronological = [...shown].sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9") || b.articles - a.articles);
    table($("claims"), plural(shown.length, "claim") + ", by date", [
      text("Date", c => c.date ?? "", c => el("span", { class: "date" }, dates(c))),
      text("Who", c => name(c.subject), c => entityButton(c.subject)),
      text("Did", c => words(c.relation), c => el("button", { type: "button", onclick: () => show(phrase(c), [c], true) }, words(c.relation))),
      text("What or whom", objectOf, c => c.object ? entityButton(c.object) : objectOf(c)),
      text("With", rolesOf),
      text("Status", c => String(rank(c.status)), c => badge(c.status)),
      numeric("Articles", c => c.articles),
      text("Best sentence", c => sentences.get(c.evidence[0]?.sentence)?.text ?? ""),
    ], chronological);
    const seen = new Map();
    for (const c of shown) for (const id of new Set([c.subject, c.object, ...Object.values(c.roles ?? {}).flat()])) if (id) seen.set(id, (seen.get(id) ?? 0) + 1);
    table($("entities"), plural(seen.size, "name") + ", by number of claims", [
      text("Name", id => name(id), entityButton),
      text("Label", id => entities.get(id)?.label ?? ""),
      numeric("Claims", id => seen.get(id)),
      text("Other names", id => (entities.get(id)?.aliases ?? []).slice(0, 5).join("; ")),
      text("Id", id => id),
    ], [...seen.keys()].sort((a, b) => seen.get(b) - seen.get(a) || name(a).localeCompare(name(b))));
    const told = new Map();
    for (const c of shown) for (const e of c.evidence) { const a = sentences.get(e.sentence)?.article; if (a) told.set(a, (told.get(a) ?? new Set()).add(c.id)); }
    table($("articles"), plural(told.size, "article"), [
      text("Published", a => day(articles.get(a)?.published)),
      text("Outlet", a => articles.get(a)?.outlet ?? ""),
      text("Title", a => articles.get(a)?.title || articles.get(a)?.name || a, a => {
        const article = articles.get(a) ?? {}, title = article.title || article.name || a;
        return /^https?:/.test(article.url ?? "") ? el("a", { href: article.url, rel: "noreferrer" }, title) : title;
      }),
      numeric("Claims", a => told.get(a).size),
      text("Id", a => a),
    ], [...told.keys()].sort((a, b) => day(articles.get(a)?.published).localeCompare(day(articles.get(b)?.published)) || a.localeCompare(b)));
    drawTimeline(chronological);
  };

  // ---- timeline: bars by month, or by day within a season; each narrows the filters
  const svg = (tag, attributes, ...children) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
    e.append(...children);
    return e;
  };
  const drawTimeline = chronological => {
    const dated = chronological.filter(c => c.date);
    if (!dated.length) { $("timeline").replaceChildren(el("p", { class: "how" }, "No claim has a date.")); return; }
    const from = dated[0].date, to = dated.reduce((m, c) => c.date > m ? c.date : m, from);
    const days = (Date.parse(to) - Date.parse(from)) / 864e5;
    const size = days <= 100 ? 10 : days <= 3700 ? 7 : 4;
    const bins = new Map();
    for (const c of dated) bins.set(c.date.slice(0, size), (bins.get(c.date.slice(0, size)) ?? 0) + 1);
    const all = [];
    for (let t = new Date(from.slice(0, size).padEnd(7, "-01").padEnd(10, "-01") + "T00:00:00Z"); t.toISOString().slice(0, size) <= to.slice(0, size);) {
      all.push(t.toISOString().slice(0, size));
      if (size === 10) t.setUTCDate(t.getUTCDate() + 1); else if (size === 7) t.setUTCMonth(t.getUTCMonth() + 1); else t.setUTCFullYear(t.getUTCFullYear() + 1);
    }
    const highest = Math.max(...bins.values()), wide = 1000, high = 90, step = wide / all.length;
    const last = key => size === 10 ? key : size === 4 ? key + "-12-31" : monthEnd(key);
    const narrow = key => { $("since").value = key.padEnd(7, "-01").padEnd(10, "-01"); $("until").value = last(key); $("undated").checked = false; apply(); };
    const bars = all.filter(key => bins.has(key)).map(key => {
      const h = Math.max(2, bins.get(key) / highest * high), label = key + ": " + plural(bins.get(key), "claim");
      const bar = svg("rect", { class: "bar", x: all.indexOf(key) * step + (step - Math.min(30, step * .8)) / 2, y: high - h, width: Math.max(1.5, Math.min(30, step * .8)), height: h, tabindex: 0, role: "button", "aria-label": label });
      bar.append(svg("title", {}, label));
      bar.addEventListener("click", () => narrow(key));
      bar.addEventListener("keydown", e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); narrow(key); } });
      return bar;
    });
    $("timeline").replaceChildren(
      svg("svg", { viewBox: "0 0 1000 92", preserveAspectRatio: "none", role: "group", "aria-label": "Claims over time" }, ...bars),
      el("p", { class: "ticks", "aria-hidden": "true" }, [...new Set([0, .25, .5, .75, 1].map(part => all[Math.round(part * (all.length - 1))]))].map(key => el("span", {}, key))),
      el("p", { class: "how" }, all[0] + " to " + all[all.length - 1] + ", by " + (size === 10 ? "day" : size === 7 ? "month" : "year") +
        ", at most " + plural(highest, "claim") + "; a bar narrows the page to its time. " + plural(shown.length - dated.length, "claim") + " without a date."));
  };

  // ---- answer
  if (page.answer) {
    $("answer").hidden = false;
    table($("answer").querySelector(".scroll"), plural(page.answer.rows?.length ?? 0, "row"),
      page.answer.columns.map((head, i) => text(head, row => row[i])), page.answer.rows ?? []);
  }

  // ---- print: all rows, and the graph as a picture on white
  let undo = () => {};
  addEventListener("beforeprint", () => {
    document.querySelectorAll("button.more").forEach(b => { for (let i = 0; i < 3 && !b.hidden && b.isConnected; i++) b.click(); });
    if (!cy) return;
    cy.style(look(false));
    $("still").src = cy.png({ full: true, bg: "#ffffff", maxWidth: 2400, maxHeight: 2400 });
    undo = () => cy.style(look(dark.matches));
  });
  addEventListener("afterprint", () => undo());

  // The tables first: the page can be used while the graph is drawn.
  apply();
  requestAnimationFrame(() => setTimeout(() => {
    drawGraph();
    if (shown.length < dossier.claims.length) filterGraph(); // somebody was quick
    if (page.focus) { const node = cy?.getElementById(page.focus); if (node?.length) openNode(node); else showEntity(page.focus); }
    // For tests: when the browser has painted it all and is free again.
    requestAnimationFrame(() => setTimeout(() => { window.dossierReady = performance.now() - began; }));
  }));
})();
