"""Learned weights of ``open_question``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.865, 1.146, -0.494)
WEIGHTS = """
after ask -0.09; after question -0.75; b:# # -0.43; b:# * -0.28; b:# *ing -0.07; b:# a 0.26
b:# and 0.16; b:# are 0.02; b:# come 0.02; b:# in 0.04; b:# instead 0.03; b:# is 0.02
b:# of -0.21; b:# one 0.03; b:# or -0.04; b:# that 0.05; b:# the 0.07; b:# why 0.34; b:* # 0.15
b:* * -0.40; b:* *ing 0.31; b:* @feel -0.17; b:* any -0.17; b:* anything -0.22; b:* are -0.12
b:* as -0.03; b:* at -0.16; b:* be 0.06; b:* by -0.15; b:* come 0.08; b:* did 0.19; b:* do -0.32
b:* does -0.55; b:* enough 0.20; b:* every -0.12; b:* everything -0.09; b:* from -0.14
b:* goes -0.09; b:* had 0.04; b:* has -0.12; b:* help 0.06; b:* him -0.10; b:* how 0.52
b:* i -0.25; b:* if -0.13; b:* in -0.18; b:* instead -0.03; b:* is -0.42; b:* it 0.07
b:* like -0.05; b:* mean -0.10; b:* of -0.04; b:* off -0.12; b:* on -0.35; b:* or -0.20
b:* part 0.37; b:* right -0.24; b:* say 0.03; b:* since -0.08; b:* so 0.02; b:* talk 0.10
b:* tell 0.05; b:* that -0.14; b:* the -0.22; b:* there -0.08; b:* this -0.30; b:* those -0.05
b:* time 0.08; b:* too -0.30; b:* want 0.09; b:* was -0.09; b:* way 0.10; b:* we -0.16
b:* when 0.20; b:* where 0.03; b:* which 0.32; b:* who -0.31; b:* why 0.39; b:* work 0.19
b:* would -0.10; b:* you 0.33; b:* your -0.06; b:*ed # 0.04; b:*ed are -0.02; b:*ed it -0.04
b:*ed our 0.10; b:*ed to 0.33; b:*ing * 0.11; b:*ing because 0.19; b:*ing for -0.22
b:*ing is -0.01; b:*ing lot 0.03; b:*ing me 0.10; b:*ing my 0.03; b:*ing on -0.02
b:*ing the -0.47; b:*ing up -0.39; b:*ing us 0.02; b:*ing when -0.02; b:*ing why -0.08
b:*ing with 0.05; b:*ing would 0.05; b:*ing you 0.21; b:*ing your 0.04; b:@day * 0.02
b:@day just 0.07; b:@day thank 0.06; b:@day what 0.04; b:@day would 0.04; b:@feel for -0.24
b:@feel to 0.17; b:@feel you 0.44; b:a # 0.59; b:a bit 0.02; b:a go -0.33; b:a little -0.11
b:a lot 0.23; b:a one 0.27; b:a thing -0.06; b:about # -0.13; b:about * -0.03; b:about a -0.35
b:about first -0.07; b:about her -0.30; b:about how 0.05; b:about it 0.14; b:about me -0.05
b:about that 0.71; b:about the 0.18; b:about them 0.08; b:about what -0.11; b:about yourself 0.05
b:again for 0.10; b:all that 0.11; b:am curious 0.33; b:am good 0.11; b:am i 0.72; b:am like 0.13
b:am not 0.06; b:an * -0.14; b:and # 0.02; b:and * -0.58; b:and *ed 0.11; b:and just 0.08
b:and not 0.79; b:and so 0.22; b:and the -0.16; b:and then 0.20; b:and these 0.09; b:and why 0.07
b:and you -0.21; b:another way 0.12; b:anybody see 0.15; b:anything about 0.43; b:anything at 0.18
b:anything does 0.10; b:anything else -0.05; b:are * -0.17; b:are *ing -0.31; b:are even 0.12
b:are going -0.07; b:are good 0.02; b:are in 0.01; b:are looking 0.20; b:are some 0.01
b:are the 0.06; b:are up 0.04; b:are you -0.41; b:are your 0.21; b:ask what 0.09; b:at now 0.03
b:at right -0.10; b:at the 0.30; b:be # -0.27; b:be * -0.12; b:be *ing 0.02; b:be @feel -0.13
b:be able 0.02; b:be any -0.07; b:be interested -0.03; b:be like 0.09; b:be of 0.05; b:be one 0.03
b:be the 0.45; b:been *ing 0.32; b:been going 0.38; b:before i 0.39; b:before the 0.12
b:before we 0.12; b:better day 0.04; b:bit about 0.07; b:bit more 0.07; b:bring home -0.11
b:brings you 0.39; b:brought you 0.08; b:by * 0.11; b:by @day -0.02; b:by that 0.05; b:by the 0.14
b:can * -0.11; b:can do -0.33; b:can put 0.13; b:can you 0.41; b:come * -0.13; b:come from 0.35
b:come to -0.27; b:could * 0.43; b:could be -0.22; b:could do -0.16; b:could i -0.11
b:could look -0.03; b:could we 0.72; b:could work 0.19; b:could you 0.14; b:curious what 0.33
b:day after -0.03; b:describe that 0.10; b:did i -0.01; b:did it -0.09; b:did just 0.01
b:did not 0.01; b:did nothing 0.03; b:did on -0.15; b:did that 0.35; b:did the 0.12
b:did two -0.02; b:did what 0.24; b:do any 0.17; b:do for 0.24; b:do i 0.61; b:do instead 0.13
b:do is -0.67; b:do it 0.07; b:do not -0.52; b:do that -0.56; b:do the -0.10; b:do they 0.03
b:do we -0.19; b:do what -0.14; b:do with -0.10; b:do without 0.15; b:do you 0.36; b:does * -0.14
b:does anybody 0.03; b:does it 0.34; b:does not -0.28; b:does one 0.10; b:does that 0.37
b:doing * 0.44; b:doing right 0.15; b:done in 0.02; b:else is -0.12; b:else would 0.21
b:enough and 0.17; b:even with 0.09; b:every * -0.02; b:explain it 0.20; b:feel a 0.19
b:feels that 0.14; b:find out 0.19; b:first * -0.15; b:first that -0.16; b:first thing -0.22
b:for a -0.26; b:for nothing 0.08; b:for you 0.38; b:from us 0.01; b:from you 0.12; b:get in 0.02
b:get you -0.10; b:gets in 0.05; b:go * -0.06; b:go from 0.23; b:go on 0.19; b:go through -0.11
b:go to 0.17; b:go well 0.03; b:goes * 0.09; b:going on 0.64; b:going to -0.49; b:going with 0.16
b:good how 0.13; b:got # -0.26; b:got a -0.11; b:got any 0.10; b:got into 0.09; b:got this 0.07
b:got to -0.10; b:got you 0.06; b:had * -0.02; b:had to 0.24; b:happen to 0.07
b:happened is -0.10; b:happening here 0.01; b:happens is -0.03; b:happens just -0.09
b:has *ed 0.08; b:have *ed -0.15; b:have a -0.16; b:have any -0.16; b:have been 0.20
b:have for 0.08; b:have in 0.03; b:have never 0.15; b:have not 0.03; b:have seen 0.01
b:have to -0.06; b:he *ed -0.05; b:he did -0.02; b:hear how 0.06; b:hear that 0.05; b:help me 0.40
b:her what 0.03; b:here in 0.20; b:here or -0.03; b:here to 0.18; b:how * -0.68; b:how @feel -0.13
b:how about -0.25; b:how am 0.18; b:how are 0.75; b:how come 0.44; b:how could 0.31
b:how did 0.65; b:how do 1.04; b:how does 0.73; b:how far -0.15; b:how have 0.12; b:how is 1.24
b:how it -0.34; b:how little -0.06; b:how long -0.72; b:how many -0.96; b:how may 0.08
b:how might 0.28; b:how much -0.72; b:how often -0.53; b:how others -0.27; b:how would 0.31
b:how you 0.19; b:i * -0.25; b:i *ed 0.04; b:i can -0.52; b:i could -0.21; b:i did -0.29
b:i do 0.28; b:i doing 0.36; b:i going 0.02; b:i have 0.02; b:i hear -0.04; b:i help 0.05
b:i just -0.05; b:i look 0.11; b:i say 0.26; b:i take -0.04; b:i talk 0.18; b:i tell -0.15
b:i told -0.10; b:i was 0.14; b:i wonder 0.25; b:i would -0.13; b:if anything 0.31; b:if he 0.17
b:if i -0.64; b:if it 0.05; b:if one 0.10; b:if they 0.24; b:if today 0.05; b:if you 0.21
b:important to -0.07; b:in # -0.07; b:in * -0.17; b:in *ing -0.25; b:in @day 0.06; b:in a 0.23
b:in how -0.04; b:in mind 0.14; b:in so 0.05; b:in that 0.02; b:in the 0.19; b:in this 0.31
b:in what 0.06; b:in with 0.05; b:in your 0.48; b:instead if 0.14; b:interested in -0.40
b:into it 0.32; b:is # -0.90; b:is * 0.11; b:is *ed -0.12; b:is *ing 0.10; b:is @feel 0.11
b:is been 0.54; b:is doing -0.11; b:is for -0.02; b:is happening 0.17; b:is how -0.23
b:is important -0.15; b:is in -0.47; b:is it 0.60; b:is something -0.09; b:is that -0.36
b:is the -0.23; b:is this -0.02; b:is two 0.18; b:is what -0.63; b:is where -0.02; b:is you -0.08
b:is your 0.13; b:it * -0.55; b:it a 0.41; b:it another 0.13; b:it anything 0.10; b:it better 0.01
b:it do 0.14; b:it does -0.45; b:it here -0.04; b:it home -0.01; b:it how 0.12; b:it is -0.15
b:it last 0.03; b:it like 0.39; b:it now 0.03; b:it says -0.11; b:it should -0.01; b:it so 0.22
b:it that 0.39; b:it the 0.30; b:it up 0.14; b:it was -0.36; b:it went -0.17; b:it what 0.10
b:it would -0.16; b:it you -0.26; b:its not -0.10; b:just * -0.43; b:just *ed 0.02
b:just before -0.02; b:just one 0.22; b:just say -0.27; b:just the -0.53; b:just thinking 0.04
b:just wanted 0.04; b:just wondering 0.33; b:keep going -0.09; b:keep it 0.05; b:kind of -0.32
b:know anything 0.10; b:know how -0.19; b:know what -0.09; b:last * 0.07; b:last few 0.02
b:last go 0.03; b:last time 0.13; b:let me -0.17; b:like # 0.17; b:like a -0.05; b:like at 0.17
b:like how 0.16; b:like it -0.12; b:like me -0.23; b:like nothing 0.08; b:like that -0.67
b:like to 0.30; b:like when 0.22; b:like without -0.01; b:like you -0.05; b:little is -0.06
b:long * 0.04; b:long have -0.29; b:look like 0.52; b:look that -0.15; b:looking at -0.04
b:looking for 0.14; b:lot of 0.35; b:love to 0.09; b:made you 0.28; b:make it 0.02; b:make of 0.49
b:make this 0.03; b:makes it 0.54; b:many * -0.43; b:matter the 0.12; b:me * -0.32
b:me about 0.48; b:me asking 0.02; b:me i -0.06; b:me more 0.31; b:me through 1.12; b:me to -0.39
b:me understand 0.41; b:me what 0.01; b:me you -0.19; b:mean by 0.39; b:mean one -0.10
b:might get 0.02; b:might somebody 0.06; b:might we 0.11; b:might work 0.02; b:might you 0.32
b:mind * 0.12; b:mind *ing 0.31; b:mind if -0.22; b:mind me 0.02; b:mind when 0.18; b:more * 0.08
b:more about 0.66; b:more be -0.09; b:more than -0.31; b:more up 0.04; b:most on 0.14
b:most to 0.12; b:much * 0.05; b:my * -0.41; b:never heard 0.10; b:not * 0.08; b:not *ing 0.05
b:not a 0.43; b:not even -0.02; b:not find 0.05; b:not give -0.08; b:not here 0.21; b:not in 0.09
b:not matter -0.15; b:not mind 0.03; b:not so 0.16; b:not that -0.02; b:not the 0.28
b:not think 0.05; b:not we -0.10; b:not yet 0.07; b:nothing after 0.08; b:noticed about 0.01
b:now with 0.02; b:of # -0.38; b:of * -0.02; b:of all 0.24; b:of it 0.12; b:of one -0.03
b:of some 0.05; b:of that 0.51; b:of the 0.37; b:of them 0.30; b:of those 0.28; b:of what -0.11
b:of you -0.52; b:of yours -0.05; b:on * -0.12; b:on @day -0.43; b:on a -0.26; b:on her 0.03
b:on in 0.08; b:on it -0.05; b:on the -0.01; b:on to 0.05; b:one of 0.18; b:one thing 0.21
b:one to -0.07; b:one two -0.02; b:or # -0.19; b:or take -0.01; b:other bit 0.02
b:other way -0.08; b:others went -0.06; b:out * 0.27; b:out there 0.24; b:over one 0.03
b:over the 0.03; b:own * 0.19; b:people stop 0.09; b:put in -0.13; b:put the 0.26; b:put you -0.15
b:rather do 0.14; b:rather talk -0.07; b:rather was 0.18; b:right here -0.03; b:right so 0.15
b:said it 0.05; b:said no 0.21; b:say # 0.15; b:say if 0.22; b:say it -0.23; b:say just -0.04
b:say more 0.52; b:say one 0.06; b:say that 0.15; b:say the 0.03; b:say what 0.24; b:say you -0.14
b:says * -0.01; b:see * -0.05; b:see how -0.30; b:see it 0.18; b:see that 0.07; b:see there 0.05
b:see you -0.03; b:seems to 0.21; b:seen people 0.09; b:she goes 0.17; b:she is -0.13
b:she used 0.11; b:should be -0.06; b:since your -0.08; b:so before 0.15; b:so far 0.30
b:so good 0.02; b:so how 0.07; b:so i 0.32; b:some of -0.01; b:some use 0.05; b:somebody at 0.12
b:somebody else -0.04; b:somebody say 0.06; b:something if 0.01; b:something though 0.09
b:something you -0.24; b:start * 0.13; b:start is -0.01; b:start to 0.10; b:stop at 0.08
b:suggest is -0.02; b:take away -0.01; b:take for -0.01; b:take it -0.26; b:take me 0.29
b:take the -0.11; b:take to 0.12; b:talk about -0.53; b:talk me 0.26; b:talk to 0.39
b:talk you 0.04; b:tell me 0.30; b:tell the 0.19; b:tell us 0.09; b:tell you -0.58
b:than what -0.02; b:thank you -0.11; b:thanks for 0.02; b:that * 0.39; b:that *ing 0.27
b:that are 0.13; b:that come -0.06; b:that could -0.11; b:that important -0.01; b:that is -0.17
b:that make -0.02; b:that one -0.20; b:that sound 0.12; b:that start 0.12; b:that the 0.16
b:that to -0.09; b:that way -0.14; b:that without 0.06; b:that you 0.19; b:the # 0.15
b:the *ing -0.29; b:the first -0.17; b:the last 0.19; b:the most 0.38; b:the one -0.02
b:the other -0.17; b:the others 0.06; b:the problem 0.15; b:the two 0.06; b:the way 0.18
b:the whole 0.09; b:them from 0.04; b:then like 0.08; b:there anything 0.11; b:there is 0.09
b:there to -0.09; b:there with 0.09; b:these # 0.10; b:they are 0.06; b:they come -0.08
b:they did -0.07; b:they get 0.03; b:they know 0.02; b:they were 0.10; b:they will -0.06
b:thing this 0.06; b:thing to 0.06; b:thing you -0.04; b:things matter 0.12; b:think about -0.03
b:think could 0.05; b:think i 0.05; b:think of 0.12; b:thinking out 0.05; b:this * 0.21
b:this *ing 0.14; b:this be -0.07; b:this is -0.40; b:this one -0.24; b:those * 0.43
b:those feels 0.01; b:those these 0.12; b:those things -0.05; b:though that 0.27
b:through @day 0.13; b:through one 0.04; b:through your 0.09; b:time what 0.22; b:time you -0.14
b:to # -0.12; b:to * -0.77; b:to a 0.17; b:to be 0.10; b:to before 0.04; b:to change 0.28
b:to do 0.16; b:to find 0.04; b:to give -0.22; b:to go 0.04; b:to happen 0.25; b:to hear 0.11
b:to it -0.01; b:to just -0.20; b:to me 0.43; b:to say 0.21; b:to somebody 0.02; b:to start 0.11
b:to talk -0.09; b:to the -0.20; b:to what 0.06; b:today was 0.05; b:together and 0.08
b:told me -0.36; b:tried before 0.01; b:tried so 0.02; b:two * -0.49; b:understand that 0.08
b:understand why 0.05; b:up and 0.07; b:up for 0.10; b:up to -0.17; b:up when 0.07
b:up which 0.04; b:us through 0.09; b:us what 0.01; b:use that 0.02; b:use to 0.30; b:used to 0.14
b:usually * -0.08; b:walk me 0.23; b:want is -0.01; b:want it -0.01; b:want me -0.23
b:want to 0.10; b:was * 0.10; b:was going 0.33; b:was her -0.03; b:was it 0.08; b:was on -0.11
b:was that -0.03; b:was the -0.22; b:way for 0.16; b:way more -0.05; b:we are -0.14; b:we be 0.20
b:we can -0.05; b:we do -0.12; b:we if 0.08; b:we make 0.07; b:we were -0.01; b:week that 0.03
b:went * 0.11; b:went about -0.06; b:were # 0.05; b:were * 0.01; b:were *ing -0.08
b:what @feel 0.37; b:what about -0.08; b:what am 0.52; b:what are -0.04; b:what before 0.14
b:what brings 0.39; b:what could 0.57; b:what did 0.19; b:what do 0.53; b:what else 0.38
b:what gets 0.04; b:what goes 0.01; b:what got 0.02; b:what happened 0.39; b:what have 0.03
b:what he -0.23; b:what i -0.97; b:what is 0.42; b:what it -0.71; b:what kind -0.15
b:what made 0.53; b:what makes 0.16; b:what matters -0.36; b:what might 0.43; b:what people -0.08
b:what seems 0.22; b:what she -0.03; b:what that -0.05; b:what the -0.07; b:what they -0.39
b:what time -0.42; b:what to -0.12; b:what was 0.15; b:what way 0.03; b:what we -0.60
b:what went 0.13; b:what would 0.94; b:what you -0.95; b:when does 0.12; b:when i 0.18
b:when in 0.26; b:when is 0.05; b:when she 0.27; b:when the -0.25; b:when was -0.41
b:when you 0.15; b:where are 0.30; b:where do 0.14; b:where does 0.37; b:where it -0.22
b:where would 0.19; b:where you 0.18; b:which things 0.12; b:which way 0.05; b:who * -0.13
b:who are 0.09; b:who can 0.14; b:who feels 0.14; b:who is 0.08; b:who will 0.16; b:why * 0.39
b:why @feel 0.15; b:why a 0.13; b:why are -0.06; b:why did 0.22; b:why might 0.35; b:why not -0.05
b:why that 0.08; b:why you -0.22; b:will i 0.18; b:will you -0.26; b:with all 0.07
b:with her 0.03; b:with it 0.27; b:with just 0.04; b:with me -0.09; b:with the -0.18
b:with them 0.02; b:with those 0.06; b:with you 0.29; b:without a 0.06; b:wonder what 0.16
b:wondering how 0.12; b:work in 0.03; b:work instead 0.02; b:would it 0.03; b:would like -0.21
b:would love 0.02; b:would make 0.23; b:would more -0.09; b:would need 0.07; b:would not -0.03
b:would see 0.10; b:would suggest -0.05; b:would this -0.07; b:would you 0.15; b:yet * 0.08
b:you *ing -0.27; b:you @feel -0.16; b:you a -0.52; b:you again 0.07; b:you are -0.06
b:you be -0.40; b:you bring -0.15; b:you by 0.02; b:you can -0.46; b:you describe 0.17
b:you did 0.45; b:you do -0.24; b:you explain 0.20; b:you feel 0.07; b:you feeling 0.14
b:you get -0.39; b:you going 0.05; b:you had -0.14; b:you here 0.05; b:you how 0.12; b:you if 0.02
b:you interested -0.14; b:you into 0.04; b:you just -0.12; b:you know -0.06; b:you last -0.08
b:you looking -0.15; b:you make 0.50; b:you mean 0.34; b:you mind 0.48; b:you most 0.22
b:you noticed 0.01; b:you on -0.31; b:you said 0.20; b:you say -0.12; b:you that 0.12
b:you think 0.52; b:you thinking 0.11; b:you though 0.13; b:you to -0.51; b:you today 0.28
b:you tried 0.16; b:you usually -0.02; b:you were -0.13; b:you when 0.27; b:you will -0.04
b:you would -0.15; b:your * -0.07; b:your @day 0.24; b:your own 0.07; b:your whole -0.01
bias -1.29; clause after -0.53; concern 0.18; disagrees -0.73; e:# -0.33; e:* -0.14; e:*ed -0.75
e:*ing -0.01; e:@feel -0.04; e:about 0.20; e:again 0.01; e:all -0.17; e:and -0.55; e:are -0.12
e:ask 0.05; e:asking 0.10; e:be -0.04; e:because 0.19; e:been 0.19; e:before -0.03; e:change 0.29
e:come 0.07; e:do 0.14; e:else -0.27; e:far 0.30; e:from 0.01; e:go -0.03; e:going 0.39
e:good -0.01; e:got -0.04; e:have -0.06; e:her 0.09; e:him -0.13; e:home -0.16; e:how 0.85
e:important -0.05; e:in -0.24; e:instead 0.02; e:is -0.15; e:it 0.05; e:like 0.55; e:little -0.17
e:lot 0.06; e:me -0.09; e:mind 0.19; e:much -0.05; e:no 0.06; e:not -0.10; e:noticed 0.08
e:now 0.08; e:okay -0.42; e:part 0.10; e:problem 0.24; e:right -0.60; e:said -0.03; e:sense -0.08
e:so 0.24; e:start 0.05; e:that 0.12; e:them 0.40; e:this -0.02; e:through 0.23; e:to -0.16
e:today 0.19; e:too -0.31; e:two -0.17; e:up -0.12; e:us 0.11; e:use -0.26; e:was -0.13
e:way 0.19; e:were -0.01; e:what -0.43; e:when -0.02; e:why 0.34; e:with -0.05; e:work 0.02
e:yes -0.44; e:you 0.08; e:yours -0.08; ends bare -0.27; ends mark -0.09; ends raw -0.20
ends stop -1.79; first -0.81; heard:0 0.60; heard:1 0.08; heard:12 -0.56; heard:18 -0.73
heard:2 0.23; heard:28 -1.02; heard:3 -0.10; heard:8 -0.35; heard:more -0.80; k:# -0.41; k:* -0.56
k:*ed -0.20; k:*ing -0.11; k:@day 0.13; k:@feel -0.39; l:but -0.02; l:hello -0.22; l:hey 0.10
l:hi -0.17; l:no -0.64; l:now -0.03; l:oh -0.04; l:okay 0.40; l:or -0.11; l:right -0.44
l:then -0.20; l:well -0.52; l:yes -0.08; last 0.26; later -0.58; mostly taken 0.16; n:1 -1.22
n:12 -0.06; n:18 -0.03; n:2 -0.31; n:28 -0.16; n:3 -0.46; n:5 -0.16; n:8 -0.06; n:more 0.19
nod -0.69; p:amount -0.77; p:asks_word 0.94; p:asks_you 0.34; p:but 0.29; p:clause -1.25
p:commits -0.21; p:echoes 0.30; p:explain 1.38; p:fact -2.17; p:informs -0.22; p:inverted -0.65
p:no -0.87; p:opens_inverted -0.09; p:own -0.33; p:points_back 0.07; p:reflects_inside -0.07
p:refuses -0.01; p:worry 0.21; p:you -0.08; q:how  0.50; q:how about -0.46; q:how am 0.18
q:how are 0.46; q:how could 0.05; q:how did 0.04; q:how do 0.19; q:how does 0.48; q:how has -0.02
q:how is 0.06; q:how might 0.28; q:what  1.07; q:what am 0.49; q:what are -0.41; q:what can -0.17
q:what could 0.19; q:what did -0.11; q:what do -0.43; q:what does -0.01; q:what has 0.05
q:what is 0.02; q:what might 0.57; q:what were -0.09; q:what will -0.13; q:what would 0.31
q:when  0.54; q:when are -0.04; q:when does 0.12; q:when is 0.29; q:when was -0.49
q:where are 0.36; q:where do 0.14; q:where does 0.25; q:where would 0.26; q:which  0.71
q:which is -0.08; q:who  -0.24; q:who are 0.07; q:who can 0.14; q:who is 0.05; q:who will 0.16
q:why  1.19; q:why are -0.33; q:why did 0.22; q:why do -0.01; q:why might 0.35; q:you -0.36
s:# -0.32; s:# is 0.19; s:# is * 0.20; s:* 0.05; s:* * -0.11; s:* come on 0.05; s:* enough 0.22
s:* enough and 0.18; s:* how 0.05; s:* it 0.31; s:* it to 0.19; s:* me 0.13; s:* say 0.03
s:* where 0.10; s:* you 0.41; s:* you have 0.04; s:* you said 0.19; s:* your 0.14; s:* your * 0.14
s:*ing -0.01; s:*ing would 0.05; s:@day thank 0.06; s:@day thank you 0.06; s:all 0.09
s:all right 0.10; s:all right so 0.15; s:any -0.16; s:are -0.10; s:are you -0.06
s:are you interested -0.02; s:because -0.57; s:before 0.07; s:before i 0.24; s:can 0.27
s:can i ask 0.11; s:can you 0.28; s:can you describe 0.08; s:can you say 0.21; s:can you tell 0.09
s:could you 0.03; s:describe 0.10; s:describe that 0.10; s:describe that for 0.10; s:did -0.16
s:did you * -0.04; s:do you 0.07; s:do you think 0.47; s:does anybody 0.15
s:does anybody see 0.15; s:for -0.16; s:have 0.14; s:have you 0.20; s:have you been 0.17
s:have you got 0.02; s:have you thought -0.09; s:have you tried 0.13; s:he -0.70; s:help 0.17
s:help me 0.17; s:help me understand 0.17; s:how 0.59; s:how * -0.26; s:how about -0.25
s:how are 0.38; s:how are you 0.12; s:how can 0.15; s:how come 0.27; s:how could 0.18
s:how could we 0.15; s:how did 0.47; s:how did you 0.10; s:how do 0.66; s:how do you 0.31
s:how does 0.51; s:how far -0.03; s:how is 0.85; s:how is it 0.22; s:how is that 0.02
s:how is your 0.15; s:how little -0.06; s:how little is -0.06; s:how long -0.63
s:how long have -0.29; s:how many -0.77; s:how many * -0.36; s:how might 0.16
s:how might you 0.16; s:how much -0.65; s:how often -0.46; s:how would 0.04; s:i -0.46
s:i * -0.26; s:i am 0.22; s:i am *ing 0.01; s:i am curious 0.33; s:i am good 0.11
s:i am like 0.17; s:i am not 0.06; s:i can -0.13; s:i do 0.01; s:i do not 0.07
s:i have never 0.08; s:i know -0.04; s:i would love 0.02; s:if 0.39; s:if he was 0.02
s:if i -0.19; s:if it 0.06; s:if it is 0.07; s:if there 0.02; s:if there is 0.04; s:if they 0.04
s:if they were 0.07; s:if we 0.05; s:if we if 0.08; s:if you could 0.09; s:if you did 0.04
s:if you if 0.04; s:is -0.32; s:is that -0.17; s:is there anything 0.12; s:it -0.73
s:it is * 0.08; s:its -0.40; s:let -0.22; s:like 0.08; s:like what 0.12; s:more 0.02
s:more up 0.05; s:more up which 0.05; s:my -0.19; s:my * -0.16; s:nobody -0.01; s:none 0.01
s:not yet 0.07; s:not yet * 0.08; s:of 0.40; s:of all 0.11; s:of all the 0.11; s:of the 0.16
s:of the # 0.17; s:on the 0.06; s:on the * 0.03; s:one you 0.07; s:one you can 0.07; s:say 0.33
s:say more 0.19; s:say more about 0.19; s:she -0.67; s:start 0.16; s:start * 0.16
s:start * you 0.16; s:talk 0.28; s:talk me 0.19; s:talk me through 0.19; s:tell 0.50
s:tell me 0.36; s:tell me a 0.23; s:tell me about 0.47; s:tell me if -0.16; s:tell me more 0.10
s:tell us 0.01; s:tell us a 0.05; s:thank -0.54; s:thank you -0.54; s:thank you for -0.01
s:that -0.60; s:that is -0.36; s:the -0.38; s:the * -0.43; s:the other 0.01; s:the other bit 0.02
s:there is 0.19; s:there is a 0.35; s:they -0.49; s:this -0.02; s:we 0.07; s:we *ed 0.09
s:we *ed our 0.10; s:what 0.47; s:what * -0.20; s:what *ed are -0.02; s:what about -0.07
s:what about # 0.01; s:what about a -0.05; s:what about me -0.14; s:what am 0.14; s:what am i 0.14
s:what are -0.07; s:what are you -0.33; s:what are your 0.14; s:what brings 0.25
s:what brings you 0.25; s:what could 0.47; s:what could we 0.05; s:what did 0.05; s:what do i 0.03
s:what do we -0.17; s:what does * -0.10; s:what else 0.24; s:what got 0.04; s:what got you 0.04
s:what happened 0.27; s:what i -0.56; s:what i would -0.20; s:what is # -0.54; s:what is * 0.06
s:what is been 0.25; s:what is happening 0.02; s:what is important -0.06; s:what is in -0.34
s:what is it 0.02; s:what is that 0.13; s:what is the -0.15; s:what is up 0.19
s:what is what 0.04; s:what is your -0.20; s:what kind -0.06; s:what kind of -0.06
s:what made 0.24; s:what made you 0.08; s:what makes 0.02; s:what makes it 0.16
s:what matters -0.23; s:what might 0.10; s:what seems 0.04; s:what seems to 0.04
s:what they -0.11; s:what they would -0.05; s:what time -0.32; s:what was going 0.11
s:what was her -0.06; s:what was it 0.14; s:what was on -0.08; s:what we -0.20; s:what would 0.24
s:what would be 0.17; s:what would it 0.12; s:what would make 0.03; s:what would more -0.09
s:what would we -0.01; s:what you -0.57; s:what you do -0.01; s:when -0.32; s:when did you -0.22
s:when is 0.05; s:when is it 0.11; s:when she 0.17; s:when she goes 0.18; s:when was -0.40
s:when you -0.24; s:where 0.58; s:where do 0.07; s:where does 0.27; s:where does that 0.16
s:where would 0.12; s:where would you 0.22; s:which -0.21; s:which * @feel 0.04; s:who 0.51
s:who are 0.09; s:who are the 0.16; s:who can 0.04; s:who could 0.02; s:who could * 0.02
s:who is there 0.12; s:who will 0.18; s:who will i 0.18; s:why 1.05; s:why * 0.09; s:why a 0.13
s:why a # 0.13; s:why are -0.10; s:why are you -0.10; s:why did 0.22; s:why did not 0.15
s:why do -0.07; s:why do not -0.56; s:why do you 0.09; s:why is 0.14; s:why not * -0.03
s:why not a 0.09; s:why not give -0.09; s:why would this -0.07; s:why would you 0.14; s:will -0.20
s:will you -0.13; s:would it -0.05; s:would you 0.01; s:would you * 0.03; s:would you be -0.23
s:would you like -0.25; s:would you mind 0.28; s:would you rather 0.05; s:you -0.96; s:you * -0.13
s:you are 0.03; s:you are *ing -0.22; s:you are done 0.02; s:you are in 0.09; s:you can -0.26
s:you could -0.31; s:you did 0.45; s:you did not 0.17; s:you did what 0.09; s:you have 0.12
s:you have been 0.05; s:you have got 0.01; s:you put 0.03; s:you put the 0.07; s:you saw -0.01
s:your -0.27; s:your * -0.21; share 0.24; taken 0.19; turned -0.20; w:10 -0.10; w:20 -0.03
w:5 -0.11; w:a -0.28; w:about 0.39; w:accident 0.02; w:actually -0.08; w:after -0.23; w:again 0.13
w:always -0.40; w:am 0.38; w:amount -0.10; w:an -0.31; w:and -0.28; w:answer -0.04; w:any -0.10
w:anybody 0.09; w:anything 0.14; w:anyway 0.03; w:are -0.19; w:around 0.03; w:barn 0.01
w:bathroom 0.09; w:be -0.22; w:because -0.14; w:been 0.68; w:before 0.52; w:being -0.35
w:best -0.06; w:big -0.05; w:binge -0.10; w:birth -0.07; w:bit 0.19; w:black -0.07; w:board 0.38
w:boss 0.01; w:both -0.16; w:bother 0.07; w:box -0.06; w:bread -0.03; w:bring -0.42; w:brings 0.31
w:brought 0.04; w:budget -0.08; w:busted 0.05; w:by 0.11; w:cake -0.09; w:call -0.20
w:called -0.11; w:callum -0.13; w:came -0.07; w:can -0.39; w:car -0.21; w:case 0.01
w:caught -0.06; w:cents -0.11; w:change 0.12; w:chat -0.05; w:checks 0.03; w:chicken 0.06
w:choose 0.28; w:cigarettes 0.11; w:city 0.18; w:coach 0.08; w:comes 0.35; w:confusing 0.04
w:congrats 0.09; w:convince 0.24; w:cost -0.01; w:could 0.30; w:counted 0.03; w:counting 0.09
w:counts -0.16; w:couple -0.14; w:curious 0.32; w:d'you 0.02; w:date -0.22; w:day -0.02
w:days 0.25; w:deciding 0.01; w:defend 0.09; w:deng 0.03; w:describe 0.32; w:did 0.18
w:different 0.39; w:do 0.12; w:doctor -0.06; w:does 0.30; w:doing 0.25; w:door 0.08; w:down -0.61
w:drink -0.38; w:drive 0.09; w:each 0.10; w:earn -0.16; w:eating 0.09; w:eight 0.30
w:eighths 0.20; w:end -0.02; w:energetic 0.19; w:enough 0.18; w:even -0.03; w:evening 0.36
w:ever -0.05; w:every -0.72; w:everyone -0.16; w:everything -0.16; w:evidence 0.14
w:exactly -0.26; w:expect -0.32; w:explain 0.03; w:fair 0.28; w:family -0.24; w:far 0.12
w:feel 0.09; w:feeling 0.06; w:feels 0.08; w:fifteen 0.46; w:fifty -0.29; w:film 0.10; w:find 0.36
w:fine -0.28; w:first -0.59; w:fit 0.42; w:five 0.11; w:flannel 0.12; w:flip 0.13; w:fly -0.08
w:follow 0.18; w:for -0.01; w:forward 0.02; w:found 0.01; w:four 0.03; w:from 0.59; w:fuss 0.07
w:get -0.54; w:gets 0.03; w:give -0.74; w:glass -0.03; w:go 0.07; w:goes 0.12; w:going 0.34
w:good 0.30; w:group 0.59; w:gym 0.07; w:ha 0.09; w:had -0.25; w:hand 0.03; w:happen 0.04
w:happened 0.35; w:happening 0.39; w:hardest 0.53; w:has -0.19; w:have -0.18; w:he -0.29
w:head 0.57; w:hear 0.12; w:hearing 0.11; w:help 0.49; w:here 0.04; w:hers 0.17; w:high 0.39
w:hike 0.08; w:him -0.08; w:his -0.07; w:hold -0.01; w:home -0.19; w:honestly 0.16; w:hour -0.01
w:how 1.25; w:howd 0.52; w:hundred -0.31; w:i -0.47; w:id -0.07; w:if 0.54; w:ill -0.17
w:ilse 0.03; w:important -0.62; w:in 0.20; w:instead 0.28; w:interested -0.43; w:into 0.29
w:is -0.75; w:it 0.01; w:its -0.41; w:jamal 0.19; w:job -0.06; w:just -0.60; w:kaylee 0.05
w:keep -0.10; w:kept 0.65; w:kids -0.01; w:kind -0.37; w:know -0.31; w:landed 0.02
w:lanterns -0.23; w:laps 0.01; w:last 0.15; w:lead 0.03; w:leak 0.02; w:leaving -0.09; w:left 0.08
w:let -0.25; w:like 0.57; w:likely -0.06; w:line -0.02; w:little -0.22; w:long -0.46; w:look 0.06
w:looking 0.13; w:lot 0.36; w:loud 0.27; w:louise 0.03; w:love 0.05; w:low -0.15; w:made 0.33
w:make 0.39; w:makes 0.11; w:making 0.23; w:many -0.93; w:march 0.22; w:mattered 0.08
w:matters -0.43; w:maybe -0.07; w:me 0.49; w:mean 0.13; w:means -0.04; w:measured 0.10
w:memory 0.26; w:might 0.97; w:mind 0.81; w:minute 0.12; w:miserable 0.14; w:missed 0.09
w:money -0.20; w:month -0.26; w:mood 0.09; w:more 0.03; w:mornings 0.47; w:most 0.39
w:mostly -0.07; w:much -0.51; w:my -0.54; w:n 0.26; w:name -0.64; w:nan -0.11; w:next -0.21
w:nice -0.12; w:nights 0.01; w:no -0.03; w:nobody -0.38; w:noor 0.16; w:not -0.13; w:note -0.02
w:nothing 0.01; w:noticed 0.36; w:now 0.11; w:number -0.23; w:numbers 0.34; w:odd 0.28
w:odds 0.24; w:of 0.09; w:off -0.43; w:office -0.12; w:often -0.59; w:okay -0.58; w:on -0.08
w:one -0.07; w:ones 0.21; w:onwards 0.04; w:or -1.07; w:other -0.02; w:others -0.06; w:our 0.11
w:out 0.11; w:over 0.08; w:pain -0.15; w:parents -0.06; w:parking 0.02; w:part 0.09; w:party 0.14
w:payday 0.04; w:payments -0.07; w:people -0.67; w:pick 0.35; w:piece 0.20; w:pieces 0.06
w:plant 0.31; w:please -0.20; w:pond 0.08; w:preciate 0.02; w:predict 0.01; w:problem 0.28
w:prove 0.25; w:pruitt 0.05; w:put -0.31; w:questions -0.25; w:quiet 0.12; w:quite 0.44
w:rather 0.03; w:read -0.06; w:really -0.66; w:reckon 0.13; w:record -0.01; w:regular 0.01
w:remember -0.32; w:right -0.29; w:ring 0.22; w:room -0.12; w:roughly -0.27; w:round -0.02
w:rule 0.29; w:saddest 0.03; w:said 0.06; w:save -0.07; w:saw -0.02; w:say 0.50; w:says -0.45
w:see 0.03; w:seems 0.11; w:service 0.04; w:setting -0.15; w:seven 0.33; w:seventeen 0.39
w:shaking 0.15; w:shared -0.03; w:she -0.04; w:ship -0.06; w:should -0.24; w:side 0.13
w:since -0.01; w:sit 0.02; w:sitting 0.42; w:sixteen 0.29; w:sixteenths 0.25; w:sixty -0.01
w:sleep 0.20; w:so 0.78; w:socially -0.11; w:sold -0.10; w:someone -0.11; w:something -0.46
w:sound 0.02; w:spans 0.10; w:spark 0.03; w:speaking 0.16; w:speed -0.24; w:start 0.29
w:started -0.08; w:starting -0.16; w:still -0.37; w:stopping 0.12; w:story 0.21; w:stronger 0.08
w:stuff 0.02; w:suggest -0.07; w:summer -0.21; w:suppose 0.16; w:supposed 0.17; w:take -0.19
w:takes 0.22; w:talk 0.20; w:talking -0.01; w:tea 0.06; w:tell 0.18; w:ten -0.66; w:than -0.54
w:thank -0.12; w:that 0.37; w:the 0.08; w:their -0.07; w:theo 0.05; w:there -0.35; w:these 0.11
w:they -0.11; w:thing -0.20; w:things 0.05; w:think 0.38; w:thinking 0.12; w:thirty -0.33
w:this -0.07; w:those 0.53; w:though 0.36; w:thought -0.01; w:thoughts 0.27; w:three 0.39
w:through 1.00; w:time -0.22; w:to -0.20; w:today 0.20; w:told -0.61; w:tom 0.01; w:tomorrow 0.12
w:too -0.27; w:travel -0.01; w:tried 0.06; w:trip 0.12; w:trouble 0.22; w:true 0.42; w:try -0.41
w:twelve -0.14; w:twice 0.04; w:two -0.59; w:under -0.05; w:understand 0.07; w:unit 0.04
w:us 0.17; w:used 0.09; w:vape 0.15; w:very -0.10; w:waiting -0.12; w:walk 0.01; w:walking 0.17
w:wand 0.08; w:want -0.18; w:was -0.15; w:wave 0.06; w:way 0.14; w:ways 0.13; w:we -0.16
w:week 0.11; w:weigh -0.14; w:welcome 0.10; w:were -0.06; w:what 1.12; w:whatd 0.10; w:when 0.37
w:where 0.71; w:wherever 0.16; w:which 0.21; w:who 0.15; w:why 1.18; w:will -0.80; w:wind 0.03
w:with 0.28; w:without 0.01; w:wonder 0.09; w:wondering 0.24; w:word -0.14; w:words 0.48
w:work 0.12; w:works -0.24; w:worries 0.43; w:worth 0.28; w:would 0.03; w:wrong 0.51; w:yeah -0.10
w:year -0.03; w:yes -0.22; w:yet 0.18; w:you -0.05; who: -0.89; who:i -0.70; who:you -0.28
who:youi 0.30
"""
