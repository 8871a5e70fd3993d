// No module: it must run when a module, or what a module needs, does not arrive. The page then says so instead of lying still.
addEventListener("error", () => document.getElementById("load-failed")?.removeAttribute("hidden"), true);
