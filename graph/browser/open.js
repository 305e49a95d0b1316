// Takes a session from the dossier that opened this page, puts it where Neo4j
// Browser looks for it, and goes there. The session can be had once.
"use strict";

const say = text => { document.getElementById("say").textContent = text; };

// read gives a value of Neo4j Browser's storage, or the default for one that is
// absent or broken.
const read = (key, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem("neo4j." + key)) ?? otherwise;
  } catch {
    return otherwise;
  }
};
const write = (key, value) => localStorage.setItem("neo4j." + key, JSON.stringify(value));

// replaceOurs puts our items in the place of those of an earlier visit; what the
// user saved stays.
const replaceOurs = (key, items) =>
  write(key, read(key, []).filter(item => !String(item.id).startsWith("dossier")).concat(items));

const prepare = session => {
  const id = "$$discovery"; // the name Neo4j Browser gives to the server it comes from
  write("connections", {
    allConnectionIds: [id],
    connectionsById: {
      [id]: {
        id, name: id, type: "bolt", host: session.bolt, username: session.username, password: session.password,
        authEnabled: true, authenticationMethod: "NATIVE", db: null,
      },
    },
    activeConnection: null, connectionState: 0, lastUpdate: 0, useDb: null, lastUseDb: null,
  });
  write("settings", {
    ...read("settings", {}),
    initCmd: session.first, allowCrashReports: false, allowUserStats: false, showSampleScripts: false,
  });
  // The banner about usage statistics, which are off.
  write("udc", { ...read("udc", {}), consentBannerShownCount: 99 });
  replaceOurs("folders", session.folders);
  replaceOurs("documents", session.scripts);
  // Colours that the user has changed stay.
  if (localStorage.getItem("neo4j.grass") === null || localStorage.getItem("dossier.grass") === localStorage.getItem("neo4j.grass")) {
    write("grass", Object.fromEntries(session.style.map(rule => [rule.selector, rule.properties])));
    localStorage.setItem("dossier.grass", localStorage.getItem("neo4j.grass"));
  }
};

const open = async () => {
  const [port, token] = location.hash.slice(1).split(".");
  history.replaceState(null, "", location.pathname); // the token belongs into no history
  if (!/^\d+$/.test(port) || !token) {
    say("This page is opened by: dossier browse");
    return;
  }
  let answer;
  try {
    answer = await fetch("http://127.0.0.1:" + port + "/session", { method: "POST", headers: { "x-dossier-token": token } });
  } catch {
    say("This link was already used, or dossier has stopped waiting. Run it again: dossier browse");
    return;
  }
  if (!answer.ok) {
    say("This link is not the one that dossier waits for. Run it again: dossier browse");
    return;
  }
  const session = await answer.json();
  prepare(session);
  location.replace("/browser/?cmd=edit&arg=" + encodeURIComponent(session.first));
};

open();
