# A level moved: told to the rep, and to their manager.

level-title-own = Your { $skill }: { $after }
level-title-rep = { $rep }'s { $skill }: { $after }
level-titles-own = Your tiers: { $n } skills moved, { $ways }
level-titles-rep = { $rep }'s tiers: { $n } skills moved, { $ways }
level-ways-up = { $n } up
level-ways-down = { $n } down
level-first-own = Your { $skill } has its first tier: { $after } ({ $sure }).
level-first-rep = { $rep }'s { $skill } has its first tier: { $after } ({ $sure }).
level-moved-own = Your { $skill } went from { $before } to { $after } ({ $sure }).
level-moved-rep = { $rep }'s { $skill } went from { $before } to { $after } ({ $sure }).
level-today = Today it stands at { $figure }.
level-open-call = Open that call
level-see-skills = see every skill

level-advice-first-own = From now on you will hear when it moves.
level-advice-first-rep = From now on you will hear when it moves clearly.
level-advice-up-own = It rests on several calls, not on one good day. Keep doing what worked.
level-advice-up-rep = A good moment to say so, with the call at hand.
level-advice-down-own = This rests on several calls, not on one. Listen to the call below and pick one thing to try on the next.
level-advice-down-rep = Worth ten minutes in the next 1:1: listen to the call together and agree on one thing to try.
