const kasir = require("kasir");

import("./purchase.js")
  .then(({ purchase }) => purchase(kasir))
  .then((result) => console.log(JSON.stringify(result)));
