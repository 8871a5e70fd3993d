// Makes the module trap for real when it is asked the question that a test names: its text is said to lie beyond the memory.
(() => {
  const { Instance } = WebAssembly;
  globalThis.trapping = { question: -1, times: 0, trapped: 0 };
  WebAssembly.Instance = function instance(module, imports) {
    const { exports } = new Instance(module, imports);
    // Question, operation, number, a text's address and length, a control: no other export takes so many.
    const [name, ask] = Object.entries(exports).find(([, one]) => typeof one === "function" && one.length === 6);
    const asked = (question, operation, number, address, ...rest) => {
      const traps = question === trapping.question && trapping.times > 0;
      if (traps) trapping.times -= 1;
      try {
        return ask(question, operation, number, traps ? 0xffff_0000 : address, ...rest);
      } catch (fault) {
        if (fault instanceof WebAssembly.RuntimeError) trapping.trapped += 1;
        throw fault;
      }
    };
    return { exports: { ...exports, [name]: asked } };
  };
})();
