package local

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// settings are lines of neo4j.conf. Community refuses to start with a setting
// it does not know, Enterprise-only ones included.
type settings map[string]string

// baseSettings are the same for both runtimes.
func baseSettings(p ports) settings {
	bolt, web := fmt.Sprintf("127.0.0.1:%d", p.Bolt), fmt.Sprintf("127.0.0.1:%d", p.HTTP)
	return settings{
		"server.bolt.advertised_address": bolt,
		"server.http.advertised_address": web,
		"server.https.enabled":           "false",
		"server.http_enabled_modules":    "BROWSER", // Bolt is the only way to the data
		"server.memory.pagecache.size":   "64m",
		"dbms.usage_report.enabled":      "false",
		"client.allow_telemetry":         "false",
		"db.logs.query.enabled":          "OFF", // queries and their parameters are nobody's business
		// Without this the server waits seconds at its end for clients that are gone.
		"internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
		// Frequent checkpoints and small logs keep the recovery after a crash under
		// ten seconds; with the defaults it took over a minute.
		"db.checkpoint.interval.time":                              "30s",
		"db.tx_log.rotation.size":                                  "32m",
		"db.tx_log.rotation.retention_policy":                      "keep_none",
		"dbms.security.http_static_content_security_policy_header": contentPolicy(bolt),
		"dbms.security.http_access_control_allow_origin":           "http://" + web,
	}
}

// javaSettings add what only a process on this machine needs. A guide is a page
// that Neo4j Browser opens when it is connected; it shows an error in its place
// where there is none.
func javaSettings(p ports, guide bool) settings {
	s := baseSettings(p)
	s["server.default_listen_address"] = "127.0.0.1"
	s["server.bolt.listen_address"] = s["server.bolt.advertised_address"]
	s["server.http.listen_address"] = s["server.http.advertised_address"]
	if guide {
		s["browser.post_connect_cmd"] = "guide http://" + s["server.http.advertised_address"] + PagesPath + guidePage
		// Neo4j's own name for a list of allowed hosts: only this one. Community
		// refuses to start with the newer ..._allowlist.
		s["browser.remote_content_hostname_whitelist"] = "127.0.0.1"
	}
	return s
}

// contentPolicy keeps Neo4j Browser from asking anything of other hosts.
func contentPolicy(bolt string) string {
	return "default-src 'self'; script-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; " +
		"font-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; " +
		"connect-src 'self' ws://" + bolt + " http://127.0.0.1:*"
}

func (s settings) file() []byte {
	var b strings.Builder
	b.WriteString("# Written anew by dossier at each start; changes here are lost.\n")
	for _, k := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "%s=%s\n", k, s[k])
	}
	return []byte(b.String())
}

// environment is the form the official image takes: a dot becomes an
// underscore, an underscore two.
func (s settings) environment() []byte {
	var b strings.Builder
	escape := strings.NewReplacer("_", "__", ".", "_")
	for _, k := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "NEO4J_%s=%s\n", escape.Replace(k), s[k])
	}
	return []byte(b.String())
}
