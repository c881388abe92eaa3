// Keys made in this browser: the request form makes them, the page of a certificate packs them. They stand in no field of
// a form, so that nothing can send them, and leave this page only as files. All words are in the templates: what may have
// to be said stands there hidden, and data-say calls it. How it works: docs/browser-keys.md.
(() => {
  "use strict";
  const PASSWORD = /^[\x20-\x7e]{8,100}$/;
  const LARGEST_FILE = 65536;
  // The key that was made here and its password, as long as the page lives.
  let own = null;
  let shown = 0;

  const once = (root, selector, act) =>
    root.querySelectorAll(selector).forEach((element) => {
      if (!element.dataset.keyed) {
        element.dataset.keyed = "yes";
        act(element);
      }
    });
  const say = (place, word) =>
    place.querySelectorAll("[data-say]").forEach((text) => (text.hidden = text.dataset.say !== word));
  const save = (name, content, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const PEM = "application/x-pem-file";

  // ---- the request form
  const wanted = (form) => form.elements.names.value.split(/[\s,;]+/).filter((name) => name);
  const fileName = (names) => (names[0] || "server").replace(/^\*/, "wildcard").replace(/[^A-Za-z0-9.-]/g, "-").slice(0, 64);

  /** The same key as long as nobody wants another; on the disk, locked, before anybody hears of it. */
  const keyFor = async (kind, password, names) => {
    if (own?.kind === kind && own.password === password) return own;
    const made = own?.kind === kind ? own : await Pkix.generate(kind);
    const locked = await Pkix.lock(made.pkcs8, password);
    own = { ...made, password, file: `${fileName(names)}.key.pem` };
    save(own.file, Pkix.pem("ENCRYPTED PRIVATE KEY", locked), PEM);
    return own;
  };

  /** Sent again with the same names it is the same request, and issued once; an EC signature would differ each time. */
  const requestFor = async (key, names) => {
    const asked = names.join(" ");
    if (key.asked !== asked) {
      key.csr = Pkix.pem("CERTIFICATE REQUEST", await Pkix.request(key, names));
      key.asked = asked;
    }
    return key.csr;
  };

  /** Once more with the token of the new session, where somebody had to sign in again in another tab. */
  const post = async (form, body) => {
    const headers = { Accept: "text/html" };
    const again = () => fetch(form.getAttribute("action"), { method: "POST", body, headers });
    const reply = await again();
    if (reply.status !== 401 && reply.status !== 403) return reply;
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    const token = page.querySelector("#request input[name=csrf]")?.value;
    if (!token) return reply;
    form.elements.csrf.value = token;
    body.set("csrf", token);
    return again();
  };

  const show = async (reply, place) => {
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const main = page.getElementById("main");
    if (reply.status === 401 || reply.status === 403 || new URL(reply.url).pathname === "/sign-in") {
      say(place, "signed-out");
      return;
    }
    if (!main) {
      say(place, "failed");
      return;
    }
    document.getElementById("main").replaceWith(main);
    // Its languages are buttons of the form that came back, or links to the new page.
    document.querySelector(".foot").replaceWith(page.querySelector(".foot"));
    document.title = page.title;
    if (reply.url !== location.href) {
      shown++;
      history.pushState(null, "", reply.url);
    }
    globalThis.htmx?.process(main);
    document.dispatchEvent(new CustomEvent("chancery:shown"));
    scrollTo(0, 0);
    main.focus();
    main.querySelector("[role=alert], .error:not([hidden])")?.scrollIntoView({ block: "center" });
  };

  /** While a request is on its way nothing else of the form can be changed: its answer would undo that. */
  const hold = (form, place, still) => {
    for (let part = place; part !== form; part = part.parentElement) {
      for (const other of part.parentElement.children) {
        if (other !== part) other.inert = still;
      }
    }
  };

  const send = async (form, place) => {
    if (place.dataset.busy) return;
    const password = place.querySelector("[data-password]").value;
    if (!PASSWORD.test(password)) {
      say(place, "password");
      place.querySelector("[data-password]").focus();
      return;
    }
    const from = document.activeElement;
    place.dataset.busy = "yes";
    globalThis.htmx?.trigger(form, "htmx:abort");
    hold(form, place, true);
    say(place, "making");
    try {
      const names = wanted(form);
      const key = await keyFor(form.elements.algorithm.value, password, names);
      const body = new FormData(form);
      body.set("csr", await requestFor(key, names));
      body.delete("file");
      body.delete("password");
      say(place, "sending");
      await show(await post(form, body), place);
    } catch {
      say(place, "failed");
    }
    delete place.dataset.busy;
    if (form.isConnected) {
      hold(form, place, false);
      from?.focus();
    }
  };

  const maker = (place) => {
    const form = place.closest("form");
    const field = place.querySelector("[data-password]");
    const fill = () => (field.value = Pkix.password());
    if (own) field.value = own.password;
    else if (Pkix.supported) fill();
    else say(place, "unsupported");
    place.querySelector("[data-another]").addEventListener("click", fill);
    place.querySelector("[data-copy-password]").addEventListener("click", (event) => copy(event.currentTarget, field.value));
    // The password belongs to nobody else: no check of the form is about it.
    field.addEventListener("change", (event) => event.stopPropagation());
    form.addEventListener("htmx:beforeRequest", (event) => place.dataset.busy && event.preventDefault());
    form.addEventListener("submit", (event) => {
      const other = event.submitter?.hasAttribute("formaction");
      if (form.elements.key.value === "browser" && !other) {
        event.preventDefault();
        if (Pkix.supported) send(form, place);
      }
    });
  };
  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text);
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 1500);
    } catch {
      // It can be read and typed.
    }
  };

  // ---- the page of a certificate
  const certificates = async (card) => {
    const reply = await fetch(card.dataset.chain);
    if (!reply.ok) throw Object.assign(new Error(), { code: "failed" });
    return Pkix.unpem(await reply.text()).map(({ der }) => der);
  };

  /** What can be made of a key and its certificates. */
  const files = {
    pfx: async ({ pkcs8, password, chain, name }) =>
      [".pfx", await Pkix.pfx({ pkcs8, certificates: chain, name, password }), "application/x-pkcs12"],
    p12: async (key) => [".p12", ...(await files.pfx(key)).slice(1)],
    key: async ({ pkcs8 }) => [".key", Pkix.pem("PRIVATE KEY", pkcs8), PEM],
    locked: async ({ pkcs8, password }) =>
      ["-locked.key", Pkix.pem("ENCRYPTED PRIVATE KEY", await Pkix.lock(pkcs8, password)), PEM],
    chain: async ({ chain }) => ["-chain.pem", chain.map((der) => Pkix.pem("CERTIFICATE", der)).join(""), PEM],
    bundle: async ({ pkcs8, chain }) =>
      ["-bundle.pem", [...chain.map((der) => Pkix.pem("CERTIFICATE", der)), Pkix.pem("PRIVATE KEY", pkcs8)].join(""), PEM],
  };

  const unlocked = (card, key, chain) => {
    say(card, "");
    card.querySelector("[data-closed]").hidden = true;
    card.querySelector("[data-open]").hidden = false;
    card.querySelector("[data-shown-password]").textContent = key.password;
    card.querySelectorAll("[data-make]").forEach((button) =>
      button.addEventListener("click", async () => {
        button.disabled = true;
        try {
          const [ending, content, type] = await files[button.dataset.make]({ ...key, chain, name: card.dataset.name });
          save(card.dataset.serial + ending, content, type);
        } catch {
          say(card, "failed");
        }
        button.disabled = false;
      }));
  };

  const accept = async (card, key) => {
    const chain = await certificates(card);
    if (!(await Pkix.belongs(key.pkcs8, chain[0]))) throw Object.assign(new Error(), { code: "other" });
    unlocked(card, key, chain);
  };

  const joiner = (card) => {
    const chooser = card.querySelector("input[type=file]");
    const field = card.querySelector("[data-password]");
    const open = async () => {
      try {
        if (!chooser.files.length) throw Object.assign(new Error(), { code: "no-key" });
        const octets = new Uint8Array(await chooser.files[0].slice(0, LARGEST_FILE).arrayBuffer());
        const { pkcs8, locked } = await Pkix.open(octets, field.value);
        const password = locked || PASSWORD.test(field.value) ? field.value : Pkix.password();
        await accept(card, { pkcs8, password });
        card.querySelector("[data-open]").focus();
      } catch (error) {
        say(card, card.querySelector(`[data-say="${error.code}"]`) ? error.code : "format");
      }
    };
    card.querySelector("[data-unlock]").addEventListener("click", open);
    field.addEventListener("keydown", (event) => event.key === "Enter" && open());
    // Made a moment ago, on the way here.
    if (own) accept(card, own).catch(() => say(card, ""));
  };

  // A check of the form that finds the session ended must not load the page anew: the key would be gone.
  addEventListener("htmx:responseError", (event) => {
    const place = document.querySelector("[data-key-maker]");
    if (own && place) {
      event.stopPropagation();
      say(place, "signed-out");
    }
  }, true);

  const prepare = () => {
    once(document, "[data-key-maker]", maker);
    once(document, "[data-key-joiner]", joiner);
  };
  document.addEventListener("DOMContentLoaded", prepare);
  document.addEventListener("chancery:shown", prepare);
  // A page that was shown without loading it has to be loaded when somebody goes back.
  addEventListener("popstate", () => shown && location.reload());
  addEventListener("pagehide", () => {
    own?.pkcs8.fill(0);
    own = null;
  });
})();
