import {expect, it} from 'vitest';
import {manifestJsonSchema} from '../jsonSchema';

it('the committed schema is the one of the code', async () => {
  await expect(manifestJsonSchema()).toMatchFileSnapshot('../../../../example.schema.json');
});
