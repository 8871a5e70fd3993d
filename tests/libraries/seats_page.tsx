/**
 * A form for bus seats on React Hook Form, drawn from `kasir.fields` alone. What the shop gets, what it is advised of and
 * how often it was called stand in outputs.
 */
import { type Field, type Issue, load } from "kasir";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { get, type Path, type Resolver, useForm } from "react-hook-form";
import { type Form, OPERATION } from "./orders.ts";

type ResolverOf = (onAdvice: (advice: Issue[]) => void) => Resolver<Form>;

/** The first passenger's, where a field is a row's. */
const first = (text: string): string => text.replaceAll("*", "0");

function Seats({ fields, resolverOf }: { fields: Field[]; resolverOf: ResolverOf }) {
  const [sent, setSent] = useState<object[]>([]);
  const [advice, setAdvice] = useState<Issue[]>([]);
  const [resolver] = useState(() => resolverOf(setAdvice));
  const { register, handleSubmit, formState: { errors } } = useForm<Form>({ resolver });
  return (
    <main>
      <h1>Kursi</h1>
      <form noValidate onSubmit={handleSubmit((form) => setSent((before) => [...before, form]))}>
        {fields.map((field) => {
          const name = first(field.name);
          const error = get(errors, name) as { type?: string; params?: object; message?: string } | undefined;
          const control = {
            ...register(name as Path<Form>), id: name, autoComplete: first(field.autocomplete), "aria-required": field.required,
            "aria-invalid": error !== undefined, "aria-describedby": `${name}-help ${name}-error`,
          };
          return (
            <p key={name}>
              <label htmlFor={name}>{field.label}</label>{" "}
              {field.choices
                ? <select {...control}>{field.choices.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
                : <input {...control} inputMode={field.inputmode} />}
              <small id={`${name}-help`}>{field.help}</small>
              <strong id={`${name}-error`} data-type={error?.type} data-params={JSON.stringify(error?.params)}>{error?.message}</strong>
            </p>
          );
        })}
        <button>Pesan</button>
      </form>
      <output id="sent">{JSON.stringify(sent)}</output>
      <output id="advice">{JSON.stringify(advice.map(({ code }) => code))}</output>
    </main>
  );
}

export async function show(resolverOf: ResolverOf): Promise<void> {
  const kasir = await load();
  const fields = kasir.fields(OPERATION).filter(({ name, owner }) => owner === "form" && !name.startsWith("return."));
  createRoot(document.body.appendChild(document.createElement("div"))).render(<Seats fields={fields} resolverOf={resolverOf} />);
}
