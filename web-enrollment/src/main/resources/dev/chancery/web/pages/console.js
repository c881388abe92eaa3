// Sends what the forms of the API console say, with the token of the page. Nothing is kept.
(() => {
  "use strict";
  const address = (form) => {
    const query = new URLSearchParams();
    const headers = new Headers();
    let path = form.dataset.path;
    form.querySelectorAll("[data-in]").forEach((field) => {
      if (field.dataset.in === "path") path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
      else if (!field.value) return;
      else if (field.dataset.in === "header") headers.set(field.name, field.value);
      else query.set(field.name, field.value);
    });
    return { path: query.size ? `${path}?${query}` : path, headers };
  };
  const readable = (text, type) => {
    if (!/json/.test(type)) return text;
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  };
  const send = async (form) => {
    const place = form.querySelector("[role=status]");
    const status = place.querySelector(".status");
    const answer = place.querySelector("pre");
    const { path, headers } = address(form);
    const token = document.getElementById("token").value.trim();
    if (token) headers.set("Authorization", `Bearer ${token}`);
    if (form.dataset.type) headers.set("Content-Type", form.dataset.type);
    const began = performance.now();
    place.hidden = false;
    status.className = "status held";
    status.textContent = place.dataset.waiting;
    answer.textContent = "";
    try {
      const reply = await fetch(path, {
        method: form.dataset.method,
        headers,
        body: form.dataset.type ? form.elements.body.value : undefined,
        credentials: "omit",
        cache: "no-store",
      });
      const text = await reply.text();
      status.className = `status ${reply.ok ? "valid" : "revoked"}`;
      status.textContent = place.dataset.answered.replace("{0}", `${reply.status} ${reply.statusText}`)
        .replace("{1}", Math.round(performance.now() - began));
      answer.textContent = readable(text, reply.headers.get("Content-Type") || "");
    } catch (error) {
      status.className = "status revoked";
      status.textContent = place.dataset.notSent.replace("{0}", error.message);
    }
  };
  document.querySelectorAll("form.try").forEach((form) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    }));
})();
