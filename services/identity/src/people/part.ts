import type { Part } from '@lianxue/persistence';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { CurrentPosts } from './current-posts.js';
import { FirstParty } from './first-party.js';
import { MyOwn } from './my-own.js';
import { PasswordRules } from './password-rules.js';
import { Passwords } from './passwords.js';
import { PeopleFields } from './people-fields.js';
import { PeopleHandlers } from './people.handlers.js';
import { Person } from './person.entity.js';
import { PersonDetails } from './person-details.js';
import { PersonNumbers } from './person-numbers.js';
import { Post } from './post.entity.js';
import { ReadingPeople } from './reading-people.js';
import { RegisteringPeople } from './registering-people.js';

/** People, their posts and accounts. */
export const people: Part = {
  entities: [Person, Post, Account],
  rules: [
    Passwords,
    PasswordRules,
    PersonNumbers,
    PersonDetails,
    FirstParty,
    PeopleFields,
    CurrentPosts,
    MyOwn,
    Accounts,
    ReadingPeople,
    RegisteringPeople,
  ],
  handlers: [PeopleHandlers],
};
