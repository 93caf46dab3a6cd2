/** What an author has begun is asked for when their post is handed over. */
export const authors = `create index resource_author on resource (author, id);`;
