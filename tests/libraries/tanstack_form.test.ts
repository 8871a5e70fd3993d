/** TanStack Form's core, which every one of its adapters runs: synchronous and asynchronous validators by a Standard Schema. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { FieldApi, FormApi } from "@tanstack/form-core";
import { type Issue, load, type NetzmePercentageProductForm, schema } from "kasir";
import { fresh } from "../npm/fresh.ts";
import { born, OPERATION, SENT, TERMS, TYPED } from "./orders.ts";

before(() => load());

const codes = (errors: readonly unknown[]): string[] => (errors as (Issue | undefined)[]).flatMap((issue) => issue?.code ?? []);

test("an issue lands at its field while typing, and the form is submitted once there is none", async () => {
  const submitted: object[] = [];
  const advice: string[] = [];
  const seats = schema(OPERATION, { ...TERMS, onAdvice: (told) => advice.push(...codes(told)) });
  const form = new FormApi({ defaultValues: TYPED, validators: { onChange: seats }, onSubmit: ({ value }) => void submitted.push(value) });
  form.mount();
  const field = new FieldApi({ form, name: "departure.passengers[0].dob" });
  field.mount();
  const name = new FieldApi({ form, name: "departure.passengers[0].name" });
  name.mount();

  field.handleChange("31/02/1996");
  assert.deepEqual(codes(field.state.meta.errors), ["date.not_real_day"]);
  assert.deepEqual(name.state.meta.errors, []);
  await form.handleSubmit();
  assert.deepEqual(submitted, []);

  field.handleChange("17/08/1996");
  assert.deepEqual(field.state.meta.errors, []);
  assert.deepEqual(advice, ["nik.birth_differs"]);
  field.handleChange("16/08/1996");
  await form.handleSubmit();
  assert.deepEqual(submitted, [TYPED]);
  assert.deepEqual(advice, ["nik.birth_differs"]);
  // The library hands over what was typed; the schema's own answer has the normalised form.
  assert.deepEqual(seats["~standard"].validate(form.state.values), { value: SENT });
});

test("a field's own validator takes a schema too", () => {
  const defaultValues: { margin: NetzmePercentageProductForm } = { margin: { updatePercentage: "" } };
  const form = new FormApi({ defaultValues });
  form.mount();
  const field = new FieldApi({ form, name: "margin", validators: { onChange: schema("netzme.percentage_product", TERMS) } });
  field.mount();
  field.handleChange({ updatePercentage: "1e2" });
  assert.deepEqual(codes(field.state.meta.errors), ["percentage.malformed"]);
  field.handleChange({ updatePercentage: "1,4" });
  assert.deepEqual(field.state.meta.errors, []);
});

test("before the module is loaded an asynchronous validator loads it, and a synchronous one is told to be none", async () => {
  const copy = await fresh();
  const sync = new FormApi({ defaultValues: born("31/02/1996"), validators: { onChange: copy.schema(OPERATION, TERMS) } });
  sync.mount();
  assert.throws(() => sync.setFieldValue("product_code", "BIS"), /async function passed to sync validator/);

  const unloaded = await fresh();
  const submitted: object[] = [];
  const form = new FormApi({
    defaultValues: born("31/02/1996"), validators: { onSubmitAsync: unloaded.schema(OPERATION, TERMS) }, onSubmit: ({ value }) => void submitted.push(value),
  });
  form.mount();
  const field = new FieldApi({ form, name: "departure.passengers[0].dob" });
  field.mount();
  await form.handleSubmit();
  assert.deepEqual([codes(field.state.meta.errors), submitted], [["date.not_real_day"], []]);
  field.handleChange("16/08/1996");
  await form.handleSubmit();
  assert.deepEqual([field.state.meta.errors, submitted], [[], [TYPED]]);
});
