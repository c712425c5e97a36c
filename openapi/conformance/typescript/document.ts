/** What the runner has to know of the OpenAPI document. */

function operation(document: any, operationId: string): any {
  const operations = Object.values<any>(document.paths).flatMap((path) => Object.values<any>(path));
  return operations.find((it) => it.operationId === operationId);
}

/** The generator names a body after its schema, and a list after that of its elements. */
export function bodyName(document: any, operationId: string): string {
  const { schema } = operation(document, operationId).requestBody.content['application/json'];
  return (schema.$ref ?? schema.items.$ref).split('/').pop();
}

/** Whether there is an enum at a place of an answer, and a value that it does not have. */
export function isUnknownEnum(document: any, operationId: string, pointer: string, value: unknown): boolean {
  let schema = operation(document, operationId).responses[200].content['application/json'].schema;
  for (const token of [...pointer.split('/').slice(1), '']) {
    const { $ref } = schema.allOf?.[0] ?? schema;
    if ($ref) schema = document.components.schemas[$ref.split('/').pop()];
    if (token) schema = schema.items ?? schema.properties[token];
  }
  return schema.enum?.includes(value) === false;
}
