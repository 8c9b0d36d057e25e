"""The phrases behind each cue: what a reader takes as a sign. Plain speech, see ``speech``."""

from typing import Final

PHRASES: Final[dict[str, str]] = {
    "purpose": """
        agenda, purpose, the plan for today, plan for today, my plan, goal for, goal of, goal
        today, objective, by the end of, what i would suggest, my suggestion, i would suggest
        we, i thought we would, i thought we could, what i thought, i thought you could, i have
        in mind, on my list, i would like to understand, i would like us, i would like to start,
        i would like to hear about, i would like to cover, want to cover, wanted to cover, to
        cover today, to walk through, we decide, decide together, decide if, decide whether,
        reason for the call, why we are here, three things, two things, then questions, first
        we, i planned, planned for, hoping to learn, hoping to understand, want to make sure we,
        i would suggest, i would propose, my idea, what i would like, i would like to begin, i
        would like to use, three points, two points, set aside, here is what i had in mind, what
        i had in mind, what i had planned, for today i, today i would like, my plan for""",
    "time_frame": """
        minutes, half an hour, half hour, an hour, until the top, hard stop, before you leave,
        time left, time for, enough time, an hour and""",
    "pitch_opener": """
        jump right in, jump straight in, dive right in, dive straight in, dive in, tell you
        about us, tell you a bit about, tell you a little about, tell you about our, introduce
        ourselves, introduce our, share my screen, go through the product, from the top, who we
        are, start with a few slides, a bit about us, show you everything""",
    "buyer_goal": """
        good use of your time, make it worth, worth your time, worth it for you, to be worth,
        useful for you, what would you like to, what do you want to get, what are you hoping,
        what were you hoping, hoping to get, anything you want, anything you would like,
        anything to add, add anything, change anything, reorder, missing from, on your mind,
        what matters most to you today, what would make this, what would be most, what brought
        you, what prompted you, one thing you would need to see, one thing you need, what is
        most important for you today, priorities for today, your list""",
    "agreement": """
        yes, yeah, yep, yup, sure, agreed, agree, correct, exactly, precisely, right, that is
        right, that is it, that is correct, that is fair, that works, works for me, sounds good,
        sounds right, sounds great, sounds fine, good, great, perfect, fine, absolutely,
        definitely, of course, deal, okay, ok, ja, true, spot on, you have got it, you got it,
        fair, please do, go ahead, he is right, she is right, will do, i can do, i will, let us
        do, that would be""",
    "disagreement": """
        not really, not quite, not exactly, disagree, i would not say, we will see, have to
        think, need to think, think about it, not sure, let you know, maybe, perhaps, depends,
        look at it, no thanks, no thank you, not going to""",
    "playback": """
        if i understand, if i understood, understand you correctly, understood you, if i heard,
        what i hear, what i am hearing, what i heard, i hear you saying, i am hearing, it sounds
        like, sounds like, sounds as if, so what you are saying, you are saying, you are telling
        me, in other words, let me play, play that back, play it back, let me check, check i
        have, let me make sure, make sure i, to make sure, you said, you mentioned, you told me,
        you described, earlier you, so you are, so you have, so your, so it is, so that is, so
        the, so there is, so there are, so roughly, so about, so for you, so even, so on, so
        when, so if the, so at, so nobody, so everybody, so each, so every, so between, so with""",
    "summary": """
        to summarize, to summarise, let me summarize, let me summarise, let me recap, to recap,
        quick recap, recap of, sum up, to sum, let me play that back, play that back, play this
        back, here is what i heard, here is what i have, what i have heard so far, what i have
        so far, what i took away, let me repeat, my summary, to wrap up, summing up, let me pull
        that together, pull this together, put that together, let me read that back, read that
        back, let me say that back, say it back""",
    "acknowledge": """
        makes sense, i hear you, i can hear that, fair enough, fair point, fair question,
        fair concern, that is fair, is fair, good question, good point, great question, i
        understand, understandable, i get it, i get that, i see why, i can see why, i can
        imagine, i appreciate, appreciate you, thanks for telling, thank you for telling,
        thanks for being, thanks for raising, glad you, i am sorry, sorry to hear, that is
        hard, that is tough, that must, is real, valid, i would be, you are right,
        reasonable, no surprise, that is serious, a serious, is a lot, well put, good catch,
        thanks for saying, thank you for saying, i would worry too, ouch, i can see that,
        that is clear, i can understand, can understand that, that is awful, what a, fair
        thing to ask, good to know""",
    "brush_off": """
        trust me, do not worry, not to worry, no worries, no problem, it is easy, really easy,
        super easy, not a lot of work, really not, you will be fine, they will be fine, they
        will love, not a problem, not an issue, ignore the, just marketing, you would be
        surprised, no no, they all regret, that is a mistake, probably not very good, are not
        very good, we hear that a lot, everybody has, everyone has, that is covered, all
        covered, is covered, i will get to that, i will get to it, get to that in a minute, in a
        minute, honestly it is, of course it does, it just works, you do not have to, yeah no,
        definitely possible, no pressure""",
    "pain": """
        problem, problems, issue, issues, struggle, struggling, struggled, pain, painful,
        headache, nightmare, hard, difficult, hardest, frustrating, frustrated, frustration,
        annoying, annoyed, hate, hates, complain, complaint, complaints, complaining, late,
        delay, delays, delayed, miss, missed, missing, lose, losing, lost, loss, losses,
        waste, wasted, wasting, waiting, wait, cost us, costs us, costing, overtime,
        penalty, penalties, fine of, the fine, fined, error, errors, mistake, mistakes,
        wrong, broken, breaks, broke, fail, fails, failed, failure, stuck, slow, slower,
        manual, manually, spreadsheet, spreadsheets, clipboard, by hand, on paper, chaos,
        mess, messy, madness, crazy, guess, guessing, short, shortage, understaffed,
        overstaffed, turnover, churn, quit, resigned, leaving, burned, burnt, worry,
        worries, worried, afraid, risk, risky, angry, mad, rework, backlog, bottleneck,
        downtime, outage, grievance, unreliable, unpredictable, stale, out of date,
        duplicate, nobody knows, no visibility, cannot see, can not see, can not plan, sent
        home, send home, expensive, too much, empty, injured, accident, inspection, audit,
        escalation, escalations, cancelled, canceled, returns, refund, fed up, tired of,
        sick of, sleep over, at night, gave up, given up, falls over, fall over, double
        entry, retype, re-enter, firefighting, behind, headaches, queue, queues, blocked,
        blocks, crash, crashes, crashed, write-off, write-offs, write off, throw away,
        thrown away, forgets, forgotten, shouting, scream, screaming, drives me mad, drives
        us mad, out of stock, notice, bankrupt""",
    "consequence": """
        what happens if, what happens when, what happens to, what happens after, what
        happens then, what would happen, happens next, if nothing changes, if it stays, if
        that stays, if this stays, stays as it is, stays the way, if you do nothing, doing
        nothing, do not fix, do not solve, is still there, what does that mean, what does it
        mean, what would that mean, what would it mean, what would it feel like, mean for
        you, mean for your, what is at stake, at stake, why now, why is that important, why
        does that matter, why does it matter, what makes this, what made you, who feels, who
        suffers, who notices, what does that lead to, lead to, knock-on, what is the effect,
        what is the impact, impact on, what does that do to, how does that affect, how does
        it affect, affect you, affect your, which of the two worries, worries you more, what
        worries you, keeps you up, what goes wrong, goes wrong, if the, what comes of, the
        worst case, what would it change, what would change, what happens at, what happens
        in, what happens on, what happens with, what happens today when, what is the cost
        of, what are the consequences, consequence, consequences, who gets, what breaks, how
        bad, what would that do, what does that do, what effect, what follows, follows from,
        nobody touches it, nobody does anything, if you leave it, what will you do if, what
        do you do if, and then what, what has that done, what did that do, where does that
        hurt, where does it hurt, what would you lose, what do you lose, what is the damage,
        what does that cost you in, what becomes of""",
    "size": """
        how many, how much, how often, how long, how big, how large, how far, what does that
        cost, what does it cost, what does one, cost you, what did that cost, what do you
        pay, what are you paying, what is that worth, what is it worth, worth to you, what
        is that per, per week, per month, per year, a size on, size of, what share, what
        percentage, what percent, what number, what is the number, in euros, in dollars, in
        hours, in money, roughly how, put a number, ballpark, what is that in, add up to,
        what did that save, save you, be worth in, be worth to, be worth if, what is one
        worth, what is each worth, what does it cost when, what does that come to, what do
        you lose, what does one of those cost, one of those costs""",
    "own_urgency": """
        sign this month, sign this week, sign today, this quarter i could, took it this quarter,
        before the quarter ends, end of the quarter, quarter ends, promotion, offer ends, offer
        expires, price goes up, only until, limited time, if you sign, special price""",
    "people": """
        who else, besides you, apart from you, other than you, who would, who will, who has
        to, who needs to, who signs, who decides, who approves, who owns, who is involved,
        who was, who makes, whose budget, whose decision, anyone else, anybody else, anybody
        in, does anybody, the person who, decision maker, decision makers, decide on this,
        sign off, signs off, stakeholders, what does she, what does he, have to say yes,
        when it comes to the decision, who takes part, who pays for, who speaks, who could
        say no, who could stop, who might object, who would object, what does your cfo, what
        will your, does someone else need, does anyone else need, else need to agree, need
        to agree, has to agree, would have to agree, has to be involved, need to be
        involved, should be involved, what does the board, what will the board, want to see,
        have a say, has a say, have to agree, who carries, looking at this with you, looking
        at it with you, deciding on this with you, say yes to, who would you ask, who is
        choosing, who chooses""",
    "roles": """
        ceo, cfo, coo, cto, cio, ciso, boss, director, vice president, vp, head of, managing
        director, works council, procurement, purchasing, legal, finance, it team, board,
        committee, controller, owner, site managers, steering committee, my manager, our
        manager, analyst, supervisor, supervisors""",
    "process": """
        decision like this, decision get made, decision made, decisions made, how do you
        decide, how does a decision, make a decision, how is a decision, decide something,
        decide this, process, which order, what order, the steps, next steps on your side,
        what has to happen, need to happen, has to happen, from here to, sign anything,
        signs anything, approve, sign off, go to the committee, last time you bought, bought
        something, a purchase, purchase like, your side look like, how does that usually,
        usually go, first then, business case, must be heard, put it to, normally fund, how
        would you normally, how do you normally, how was the last, what does approval,
        approval process, who and when, what comes after, what are the steps, how long does
        that take, how long do they take, when does the committee, walk me through how, go
        from here, get to a yes, to a signature, way to a signature, who signs after, signs
        after, say yes to that, have a say, how does that work with, when does the board,
        sit again, goes to the committee, order it goes, in what order, happens after that""",
    "paper": """
        legal, procurement, purchasing, security review, security questionnaire, infosec,
        data protection, dpa, gdpr, privacy, compliance, nda, vendor registration, supplier
        registration, architecture drawing, architecture, paperwork, paper work, redlines,
        master agreement, works agreement, penetration test, soc, contract review, review
        the contract, lawyer, lawyers, liability, firewall, questionnaire, contract goes to,
        contract has to, the contract needs, contract with, standard terms, payment terms,
        terms and conditions""",
    "money": """
        budget, budgets, budgeted, money, funding, funded, afford, spend, spending, price range,
        set aside, cost center, cost centre, cost line, budget line, capex, opex, savings, come
        out of, invest, investment, price, pricing, what you had in mind, pay for""",
    "timing": """
        by when, when would you, when do you, when does it, when should, when will, when is,
        deadline, go live, go-live, live by, timeline, timing, time line, start date,
        running by, running before, in place by, need it by, what is the latest, the latest,
        sorted by, before the end of, by the end of, year end, end of the year, end of the
        month, next quarter, this quarter, renewal date, expires, renews, how soon, before
        peak, urgent, before summer, when does the, when would the, when would you, when
        will the, run out, runs out, ends on, by what date, has to be running, before
        christmas, before easter""",
    "criteria": """
        criteria, criterion, need to see, have to see, need to show, want to see, would want
        to see, look for, looking for, must have, must-have, important to you, matters to
        you, matters most, else matters, what matters, most important, deal breaker,
        dealbreaker, show stopper, require, requires, requirement, requirements, have to
        have, it has to, must be, can not be, what would you need, compare, comparing,
        measured, measure, decide between, in choosing, choose, what would make you say,
        would stop you, acceptable, reference, payback, what does good look like, success
        look like, prove, what would it take, take for you, take for her, take for him,
        needs to see, be comparing, compare on, what will count, has to show, what would
        make you, look at first""",
    "alternatives": """
        other suppliers, other vendors, other options, other providers, other tools, other
        systems, another offer, another vendor, another supplier, anyone else, anybody else,
        someone else, competitor, competitors, competition, alternative, alternatives,
        looking at, looked at, evaluating, shortlist, short list, comparing, comparing it,
        compare it to, compared to, quote from, build it, build it yourself, build
        something, in-house, in house, do nothing, doing nothing, stay with, stick with,
        existing supplier, current supplier, incumbent, outsource, the other one, their
        module, wait for it, what else could, what else is on the table, been shown, shown
        anything else, seen anything else, seen any other, have you seen, looked at
        anything, looked at any, have you tried, what have you tried, another quote, other
        quotes, other quote, other bidder, who are the other, what else have you, anything
        else on the table, go elsewhere, out to tender""",
    "offer": """
        we do, we have, we can, we are, we help, we offer, we provide, we built, we take, we
        tell, our, it does, it can, it gives, it shows, it takes, it uses, it knows, it
        moves, it plans, it raised, it raises, it sees, it works, it sends, it looks, it
        connects, it would, it will, you can, you get, you would see, you would have, you
        would be, you will see, lets you, let you, would let, the system, the tool, the
        platform, the product, the software, the app, the plan handed, the module, ours,
        would mean, means that you, means your, that way, instead of, the alerts, the alarm,
        with this, a setting, i can show you, here you see, this is the, this is what, with
        us, here is how, this is a, ours is, we see is, takes away, taken care of, gets a
        message, would have had, happens by itself, on their own, solved with, comes with""",
    "feature": """
        feature, features, module, modules, platform, dashboard, dashboards, dark mode, menu,
        button, click, clicking, right-click, drag, tile, tiles, widget, widgets, connector,
        connectors, integration, integrations, report designer, standard reports, workflow
        builder, machine learning, in the cloud, mobile app, single sign-on, role-based, rules
        engine, template, templates, export, filter, filters, settings, notification,
        notifications, kiosk, package, packages, premium, release, releases, you can also, you
        can set, you can add, you can make, you can change, you can see, you can type, there is
        also, there are, we also have, we have got, it also, and it has, it has, we have, it
        comes with, you also get, award, users and roles, audit log, view, api, interface""",
    "generic_claim": """
        flexible, intuitive, easy to use, easy, powerful, robust, seamless, best in class,
        leading, cutting edge, state of the art, game changer, save time, saves time, save
        money, saves money, more efficient, efficiency, all in one, one platform, user friendly,
        very visual, really nice, cool, clever, amazing, awesome, customers love, everybody
        likes, everyone loves, really like, most customers, we do multi-site, we can handle, no
        problem, perfect we, is covered, all joined up, scalable, future-proof, world class,
        next level, anything you want, basically anything, super""",
    "customer_proof": """
        a customer, one customer, another customer, customer in, customer of, customers of,
        customers your size, a client, one client, another client, client in, client of, a
        company, one company, a team in, one team, a site in, one site, a network in, runs
        it that way, runs on, a bakery, a retailer, a manufacturer, a distributor, a
        hospital, a bank, someone like you, a similar, similar to yours, of your size, your
        size, in your own data, your own data, your data, your last, your week, your own
        week, case study, reference call, went from, went down from, dropped by, dropped
        from, cut it from, reduced it, we ran your, i looked before, in the nine weeks,
        weeks of your, data you sent, your numbers, they went, fell from, went down, down
        to, got it from, brought it from, about your size, your sort of, they check, they
        now""",
    "link_back": """
        you said, you mentioned, you told, you told me, you asked, you described, you were
        saying, you wanted, you need, you needed, your problem, that problem, because you, for
        you, in your case, at your place, for your, earlier, so that, to your point, your own,
        which is what you, exactly that, your team""",
    "discount": """
        percent off, discount, discounts, do better on, do better than, do a lot better, do
        something with the price, do something on price, flexibility there, flexible on price,
        lower the price, bring the price, come down, throw in, for free, free of charge, waive,
        look at that price, special price, we can look at that, get it under, knock off, ask my
        manager, i could do, i could go to, if i got""",
    "action": """
        send, sending, meet, meeting, call, show, demo, workshop, review, invite, invitation,
        schedule, book, calendar, look at, go through, walk through, sit down, come by, visit,
        set up, build, prepare, run, check, confirm, introduce, intro, talk again, speak, draft,
        trial, pilot, proof of concept, session, call you, put it in, test, get you, answer by,
        proposal, bring, forward, share""",
    "date": """
        monday, tuesday, wednesday, thursday, friday, saturday, sunday, tomorrow, tonight,
        january, february, march, april, june, july, august, september, october, november,
        december, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth,
        thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth,
        twentieth, thirtieth, the first of, the second of, next week, this week, this afternoon,
        this morning, today, end of the week, end of this week, end of next week, within the
        hour, within the week, end of day, in two weeks, in a week, a week from, on the first,
        on the second, first of, second week, week after next, later today, next month""",
    "clock": """
        o'clock, at nine, at ten, at eleven, at twelve, at noon, at one, at two, at three, at
        four, at five, at eight, am, pm, a.m, p.m, half past, quarter past, same time, in the
        morning, in the afternoon, nine your time, central, eastern, pacific, your time""",
    "vague_time": """
        sometime, some time, at some point, some point, soon, whenever, when you are ready, in
        the meantime, one of these days, down the road, in a bit, in the near future, in a
        while, later on, eventually, maybe next, next couple of weeks, in the coming weeks""",
    "vague_step": """
        touch base, follow up, circle back, check in, catch up, stay in touch, keep in touch,
        let me know, have a think, have a look, think about it, some info, some information, the
        brochure, a couple of videos, a slide deck, send over, send you some, reach out, ping
        you, see where you are, look forward to hearing, get back to me, hear from you, links,
        the deck, be in touch""",
    "buyer_task": """
        you send, you will send, could you send, can you send, if you send, would you send, you
        check, you could confirm, you confirm, you will confirm, could you confirm, if you
        could, you get me, you bring, you will bring, could you bring, you forward, you invite,
        could you invite, you introduce, could you introduce, you talk to, you ask, could you
        ask, you give me, you will have, from you i, on your side, your side, you write, you
        let, you take, you will take, could you get, could you share, you share, please do,
        please send, will you, you will tell me, you put, you read, you look, you two, you speak""",
    "rep_task": """
        i will, i send, i get, i am going to, i would like to send, i build, i show, i set, i
        prepare, i bring, i propose, let me send, we will send, we will prepare, i have got, i
        put, i can send, i ask, i draft, i share, we will set""",
    "recap_step": """
        in an email, put it in writing, write it down, write that down, send you the summary,
        send the summary, summary, recap, so to confirm, to confirm, so we have, so that is,
        just to repeat, the invitation, calendar invite, send the invite, the invite, in your
        calendar, in my calendar, in the calendar, let me propose, here is my suggestion, i
        would propose, i would suggest, to wrap up, is next week, see you on, talk on, until""",
}
