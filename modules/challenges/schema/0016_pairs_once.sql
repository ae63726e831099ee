-- A judge says of a pair once what is better, in whichever order the two stand: where both orders
-- are kept, the newer one counts.
update challenge_ballots set is_void = 1
where other <> 0 and is_void = 0 and exists (
    select 1 from challenge_ballots turned
    where turned.edition = challenge_ballots.edition and turned.person = challenge_ballots.person
        and turned.team = challenge_ballots.other and turned.other = challenge_ballots.team
        and turned.is_void = 0
        and (turned.saved_at > challenge_ballots.saved_at
            or (turned.saved_at = challenge_ballots.saved_at
                and turned.team > challenge_ballots.team)));
