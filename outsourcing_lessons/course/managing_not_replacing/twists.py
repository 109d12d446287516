"""The six twists of lesson 04, one a trade."""

from outsourcing_lessons.course.managing_not_replacing.twist import Twist

TWISTS = {
    "online shop": Twist(
        work="the customer e-mails", matter="e-mail", matters="e-mails", asker="customer",
        question="{customer}'s lamp came with a cracked shade. Do I refund, or send a new one?",
        waited="By evening {customer} has written twice more, the second time in capitals",
        rule="refund or replace anything up to {sum}, without asking",
        needs="Order number, photo of the damage, the list of returns in the shared folder",
        steps="Find the order, compare it with the list, send reply A or B, write the sum in the log",
        stop="Somebody hurt, a lawyer's letter, or the third complaint about one product: stop and ring",
        tool="a reply that looks up the parcel and answers “Where is it?” by itself",
        drift="it has sent customers to a tracking page that the carrier closed in spring",
        unheard="Nobody has complained. Some have just not ordered again",
        gone="a post at the carrier",
        drops=(
            "A weekly print-out of all returns, which nobody has opened since spring",
            "A hand-written card in each parcel, which no customer has mentioned in two years",
        ),
        automates=(
            "“Where is my parcel?”: forty e-mails a week, each answered by looking up one number",
            "Copying orders into the accounts: the same six fields, every day",
        ),
        delegates=(
            "Refunds up to a limit: each case differs a little, and the rules fit on a page",
            "Product texts: a judgement each time, with forty good ones to learn from",
        ),
        keeps=(
            "Choosing next season's range: new each time, and a mistake stays on the shelf for a year",
            "Talks with a new wholesaler: the first of their kind, and they hang on your word",
        ),
    ),
    "design studio": Twist(
        work="the clients' change requests", matter="change request", matters="change requests", asker="client",
        question="{customer} wants one more photo and a larger headline. Is that included, or do I quote for it?",
        waited="The printer had a slot at noon. At two {customer} asks for another studio's number",
        rule="treat any change worth up to {sum} as included and quote the rest from the price list, without asking",
        needs="The offer, the list of changes so far, the price list in the shared folder",
        steps="Compare the wish with the offer, add up the changes so far, reply “included” or quote, write the sum in the log",
        stop="A client who wants to cancel, a doubt about the rights to a picture, or a fourth round: stop and ring",
        tool="a script that exports a finished layout in every size a printer asks for",
        drift="it has exported a size that one printer no longer takes",
        unheard="The printer has put each file right by hand, and the hours on the bill",
        gone="a post at an agency",
        drops=(
            "A printed proof for clients who have approved everything on screen for years",
            "The monthly activity report, which no client has opened since January",
        ),
        automates=(
            "Exporting layouts in twelve sizes: the same clicks, every day",
            "Payment reminders: the same text on the same dates, thirty a month",
        ),
        delegates=(
            "Saying which changes are included: each differs a little, and the rules fit on a page",
            "Photo retouching: a judgement each time, with a hundred finished ones to learn from",
        ),
        keeps=(
            "Choosing the studio's next field of work: new each time, and a mistake lasts a year",
            "The first meeting with a client in a new trade: nothing to copy, and it hangs on your word",
        ),
    ),
    "software startup": Twist(
        work="the support tickets", matter="ticket", matters="tickets", asker="customer",
        question="{customer} was charged twice. Do I credit a whole month, or only the difference?",
        waited="By evening {customer} has opened a second ticket, in capitals",
        rule="credit up to {sum} for a fault of ours, without asking",
        needs="Account number, both invoices, the list of known faults in the shared folder",
        steps="Find both invoices, compare them with the list, credit the difference, write the sum in the log",
        stop="Lost data, a lawyer's letter, or the third ticket about one fault: stop and ring",
        tool="a script that fills in the account and sorts new tickets by topic",
        drift="it has filed a new kind of fault under “other”, where nobody looks",
        unheard="Nobody has complained twice. Four customers have cancelled",
        gone="a post at a customer's",
        drops=(
            "A status meeting every morning, which has changed nobody's plan since March",
            "Release notes for an old version that no customer runs any more",
        ),
        automates=(
            "Filling in the account on new tickets: the same five fields, fifty times a week",
            "Copying the backups to a second place: the same commands, every night",
        ),
        delegates=(
            "Credits up to a limit: each case differs a little, and the rules fit on a page",
            "Testing releases: a judgement each time, with last year's test runs to learn from",
        ),
        keeps=(
            "Deciding what the product will not do: new each time, and a mistake costs a year",
            "The first contract with a large customer: nothing to copy, and it hangs on your word",
        ),
    ),
    "local service business": Twist(
        work="the phone", matter="call", matters="calls", asker="caller",
        question="{customer} needs somebody on Saturday. Do I say yes, and at what price?",
        waited="{customer} does not wait. By the time somebody rings back, another firm has the job",
        rule="accept weekend jobs up to {sum} at the surcharge on the list, without asking",
        needs="Address, kind of job, the plan of the rounds, the price list in the shared folder",
        steps="Look at the plan, name the price on the list, book the slot, write it in the log",
        stop="Gas, water through a ceiling, somebody hurt, or a threat not to pay: stop and ring",
        tool="a booking form that proposes a free slot and confirms it",
        drift="it has offered weekend jobs at last year's prices",
        unheard="Every customer was pleased with the price, and none said a word",
        gone="a business of his own",
        drops=(
            "A paper copy of each booking, in a binder nobody has opened this year",
            "A courtesy call the evening before, although every customer has confirmed by text message",
        ),
        automates=(
            "Booking confirmations: the same text, sixty a week",
            "Reminders of unpaid invoices: the same text on the same dates, every month",
        ),
        delegates=(
            "Weekend jobs up to a limit: each case differs a little, and the rules fit on a page",
            "Buying materials: a judgement each time, with a year of receipts to learn from",
        ),
        keeps=(
            "Choosing who leads a crew: new each time, and a mistake lasts a year",
            "Taking on the first hospital as a customer: nothing to copy, and it hangs on your word",
        ),
    ),
    "coaching and training practice": Twist(
        work="the enrolments", matter="enrolment", matters="enrolments", asker="participant",
        question="{customer} cannot come on Thursday. Does the place move to the next course, or is it paid for again?",
        waited="By evening {customer} has booked with somebody else",
        rule="move a place or refund up to {sum}, without asking",
        needs="Name, course, date of payment, the list of free places in the shared folder",
        steps="Find the booking, look for a free place, send reply A or B, write the change in the log",
        stop="Somebody ill in a course, a firm that cancels a whole group, or a complaint about a trainer: stop and ring",
        tool="reminders that go out by themselves and book a move when somebody replies",
        drift="they have sent participants to the old room",
        unheard="Nobody has written. Six people turned round at a locked door",
        gone="a post at a university",
        drops=(
            "A printed handout for participants who have all asked for the file",
            "A monthly count of visits to the website, which nobody has used since spring",
        ),
        automates=(
            "Reminders before a course: the same text on the same days, eighty a month",
            "Certificates of attendance: one form, and only name and date change",
        ),
        delegates=(
            "Moves and refunds up to a limit: each case differs a little, and the rules fit on a page",
            "Editing recordings: a judgement each time, with fifty finished ones to learn from",
        ),
        keeps=(
            "Designing a course that nobody has taught: new each time, and a mistake shows in front of thirty people",
            "The first talk with a firm that wants its own programme: nothing to copy, and it hangs on your word",
        ),
    ),
    "property management": Twist(
        work="the tenants' calls", matter="call", matters="calls", asker="tenant",
        question="{customer}'s tenant has no hot water. Do I send the plumber tonight, at the evening rate?",
        waited="The tenant sits in a cold flat until nine, and {customer} hears of it first",
        rule="order repairs up to {sum}, without asking",
        needs="Address, a photo of what is broken, the list of tradespeople and rates in the shared folder",
        steps="Ask for the photo, choose from the list, order with the sum in writing, write it in the log",
        stop="Gas, fire, a leak between two flats, or a threat to withhold rent: stop and ring",
        tool="a form that sends each repair to the right tradesperson",
        drift="it has sent every repair to a plumber who has doubled the rate",
        unheard="Each bill was in order, so each was paid",
        gone="a post with a housing association",
        drops=(
            "A quarterly letter that repeats what hangs in every hallway",
            "A second signature on key receipts, which nobody has asked for in years",
        ),
        automates=(
            "Rent reminders: the same text on the same dates, every month",
            "Copying meter readings into the accounts: the same four fields, two hundred times a year",
        ),
        delegates=(
            "Repairs up to a limit: each case differs a little, and the rules fit on a page",
            "Viewings: a judgement each time, with a page of good questions to learn from",
        ),
        keeps=(
            "Agreeing the rent of the one shop on the ground floor: new each time, and a mistake lasts ten years",
            "Taking over a building in dispute: nothing to copy, and it hangs on your word",
        ),
    ),
}
