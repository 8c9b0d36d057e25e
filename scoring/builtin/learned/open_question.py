"""Learned weights of ``open_question``; written by ``python -m benchmarks.train_signals``."""

LINE = (1.196, 1.152, -0.438)
WEIGHTS = """
after ask -0.72; after question -0.95; b:# *ed -0.01; b:# come 0.03; b:# what -0.07; b:# why 0.27
b:* * -0.21; b:* @day 0.08; b:* @feel -0.10; b:* a 0.03; b:* did 0.02; b:* do -0.23
b:* does -0.09; b:* from -0.07; b:* how 0.08; b:* is -0.35; b:* it -0.13; b:* like 0.16
b:* on -0.43; b:* or -0.30; b:* part 0.39; b:* right -0.08; b:* that -0.16; b:* together 0.06
b:* too -0.12; b:* us 0.07; b:* was -0.09; b:* what 0.15; b:* when 0.14; b:* which 0.05
b:* with 0.01; b:* would -0.03; b:* you -0.11; b:*ed to 0.13; b:*ed with -0.04; b:*ing my 0.06
b:*ing you 0.16; b:@day * 0.01; b:@day how 0.01; b:@day thank 0.06; b:@feel to 0.14
b:@feel you 0.19; b:a # 0.17; b:a * -0.10; b:a better 0.03; b:a bit 0.04; b:a go -0.15
b:about # -0.03; b:about a -0.18; b:about first -0.05; b:about how 0.01; b:about it 0.06
b:about that 0.24; b:about the 0.10; b:about what -0.11; b:about yourself 0.04; b:all that 0.15
b:am curious 0.13; b:am good 0.16; b:an * -0.02; b:and * -0.41; b:and *ed 0.13; b:and not 0.59
b:and why 0.02; b:any * -0.17; b:anything about 0.18; b:anything at 0.18; b:ask what 0.06
b:at home -0.08; b:be *ing 0.09; b:be the 0.22; b:been going 0.39; b:better day 0.04
b:bit more 0.13; b:by * 0.14; b:can * -0.33; b:can do -0.15; b:can i 0.46; b:come from 0.03
b:could * 0.44; b:could i -0.09; b:could say 0.09; b:could we 0.57; b:could work 0.20
b:curious what 0.13; b:day with 0.03; b:describe that 0.12; b:did he -0.07; b:did it -0.05
b:did nothing 0.03; b:did that 0.41; b:did you 0.33; b:do a 0.05; b:do i 0.01; b:do instead 0.14
b:do is -0.04; b:do not -0.37; b:do they 0.05; b:do we -0.01; b:do what -0.04; b:do you 0.45
b:does it 0.29; b:does one 0.06; b:else would 0.15; b:feel a 0.16; b:feels that 0.12
b:first that -0.05; b:for * -0.01; b:for *ing 0.06; b:for a -0.04; b:for that -0.06
b:for you 0.03; b:from you 0.22; b:gets in 0.03; b:go from 0.24; b:go well 0.01; b:goes * 0.29
b:going on 0.21; b:going to -0.11; b:going with 0.26; b:good how 0.19; b:got into 0.15
b:got you 0.10; b:happens just -0.07; b:happens when 0.05; b:have a -0.20; b:have any -0.04
b:have got -0.21; b:have in 0.07; b:have not 0.02; b:have you 0.10; b:he * 0.03; b:help me 0.14
b:her * -0.09; b:how * -0.06; b:how about -0.21; b:how are 0.09; b:how could 0.21; b:how did 0.49
b:how do 0.23; b:how does 0.30; b:how else 0.01; b:how is 0.68; b:how long -0.49; b:how many -0.59
b:how may 0.11; b:how might 0.07; b:how much -0.40; b:how often -0.06; b:how others -0.15
b:how would 0.15; b:i * -0.17; b:i am 0.07; b:i can -0.40; b:i did -0.12; b:i have -0.08
b:i help 0.03; b:i just -0.19; b:i would 0.05; b:if anything 0.14; b:if i -0.27; b:if it -0.04
b:if there -0.07; b:if you 0.50; b:important to -0.09; b:in *ing -0.14; b:in mind 0.24
b:in the 0.28; b:in what 0.23; b:in your 0.15; b:instead if 0.14; b:interested in -0.30
b:into it 0.15; b:is # -0.30; b:is *ing 0.18; b:is @feel 0.07; b:is a -0.03; b:is been 0.55
b:is doing -0.01; b:is important -0.09; b:is it 0.12; b:is not -0.35; b:is on -0.27
b:is something -0.04; b:is that -0.14; b:is the -0.03; b:is there 0.13; b:is what -0.47
b:it * -0.48; b:it @feel 0.19; b:it a 0.37; b:it anything 0.18; b:it better 0.03; b:it does -0.31
b:it going 0.01; b:it last 0.01; b:it so 0.09; b:it start -0.02; b:it to -0.01; b:its * 0.19
b:just any 0.03; b:just say -0.07; b:just the -0.06; b:keep going -0.02; b:keep it 0.08
b:know about 0.08; b:know it 0.05; b:know what -0.33; b:last go 0.01; b:last time 0.04
b:like a 0.02; b:like to 0.01; b:little bit 0.03; b:long * 0.04; b:long have -0.13
b:look like 0.55; b:love to 0.14; b:make it 0.14; b:make this 0.08; b:makes it 0.28
b:many * -0.17; b:matter the 0.13; b:may i 0.02; b:me about 0.26; b:me if 0.12; b:me more 0.17
b:me that 0.11; b:me through 0.74; b:me to -0.16; b:me understand 0.14; b:me what -0.11
b:mean by 0.22; b:might we 0.17; b:might you 0.07; b:more * 0.11; b:more about 0.34
b:most about 0.01; b:most on 0.12; b:most to 0.13; b:new * 0.01; b:next * 0.04; b:not said 0.01
b:noticed about 0.02; b:of it 0.05; b:of the 0.27; b:of you -0.16; b:of yours -0.03; b:on a -0.32
b:on the -0.11; b:one * -0.05; b:one go 0.06; b:one thing 0.02; b:put in -0.09; b:put the 0.07
b:rather do 0.14; b:rather talk -0.05; b:rather was 0.18; b:said no 0.18; b:said yet 0.01
b:say after -0.03; b:say if 0.10; b:say more 0.17; b:say one 0.09; b:see * -0.01; b:seems to 0.03
b:she goes 0.18; b:she is -0.11; b:so far 0.31; b:somebody else -0.03; b:start to 0.14
b:take me 0.14; b:talk about -0.35; b:talk me 0.29; b:tell me 0.51; b:tell us 0.11
b:tell you -0.22; b:that *ed 0.12; b:that and 0.02; b:that is -0.48; b:that one -0.15
b:that start 0.15; b:that the 0.21; b:that you 0.01; b:the * -0.47; b:the last 0.45
b:the most 0.60; b:the problem 0.14; b:the same -0.15; b:the way 0.14; b:there anything 0.14
b:there is -0.06; b:there with 0.09; b:they * 0.13; b:they do -0.19; b:thing to 0.15
b:things matter 0.13; b:think could 0.06; b:think that 0.06; b:this * 0.23; b:this is -0.01
b:this one -0.04; b:through @day 0.14; b:through a 0.04; b:through the 0.02; b:time do -0.02
b:to * -0.49; b:to change 0.25; b:to do -0.03; b:to give -0.12; b:to hear 0.15; b:to her 0.05
b:to see 0.13; b:to talk -0.14; b:to you 0.04; b:to your -0.02; b:together and 0.09
b:told me -0.20; b:two of -0.11; b:understand why 0.10; b:us a 0.01; b:use that 0.07
b:walk me 0.08; b:was * 0.40; b:was her -0.05; b:was just -0.06; b:was that -0.12; b:we * -0.10
b:we be 0.17; b:we can -0.03; b:we do -0.22; b:we make 0.01; b:went * 0.10; b:what * -0.03
b:what are 0.12; b:what could 0.11; b:what do 0.29; b:what does 0.05; b:what else 0.10
b:what gets 0.04; b:what got 0.10; b:what happened 0.37; b:what happens -0.01; b:what he -0.12
b:what i -0.51; b:what if -0.04; b:what is 0.29; b:what it -0.36; b:what makes 0.22
b:what matters -0.07; b:what might 0.23; b:what people -0.01; b:what seems 0.03; b:what that -0.16
b:what they -0.06; b:what time -0.21; b:what to -0.06; b:what way 0.11; b:what we -0.48
b:what went 0.10; b:what would 0.51; b:what you -0.42; b:when did 0.04; b:when she 0.17
b:when you 0.02; b:where does 0.38; b:where would 0.11; b:which * 0.13; b:which things 0.13
b:which would -0.08; b:who could 0.01; b:who feels 0.12; b:why * 0.18; b:why a 0.09
b:why might 0.17; b:why not -0.05; b:why that 0.14; b:with it 0.43; b:with somebody -0.03
b:with you 0.19; b:work in 0.06; b:would love 0.05; b:would make 0.25; b:would need 0.10
b:would rather 0.03; b:would see 0.12; b:would you -0.16; b:you * -0.24; b:you *ing -0.10
b:you @feel -0.22; b:you a -0.27; b:you are -0.38; b:you be -0.32; b:you can -0.51
b:you could 0.36; b:you did 0.10; b:you feel 0.35; b:you get -0.10; b:you going 0.06
b:you how 0.35; b:you interested -0.03; b:you like -0.04; b:you mean 0.18; b:you most 0.19
b:you noticed 0.02; b:you out 0.09; b:you rather 0.02; b:you said 0.25; b:you start -0.26
b:you take -0.07; b:you tell 0.03; b:you that 0.30; b:you think 0.55; b:you to -0.56
b:you today 0.34; b:you tried 0.14; b:you use 0.22; b:you were -0.16; b:you will -0.14
b:you would 0.10; b:your * -0.08; bias -1.12; clause after -0.54; disagrees -0.37; e:# -0.18
e:* -0.23; e:*ed -0.21; e:*ing -0.16; e:@feel -0.42; e:about 0.26; e:and -0.03; e:change 0.24
e:do -0.46; e:else -0.04; e:far 0.31; e:go -0.03; e:going 0.11; e:got -0.01; e:her 0.21
e:how 0.34; e:is -0.01; e:it -0.05; e:like 0.66; e:me -0.08; e:mind 0.13; e:okay -0.19
e:one -0.16; e:part 0.03; e:problem 0.19; e:right -0.25; e:see 0.05; e:start -0.28; e:that 0.02
e:there -0.33; e:think -0.14; e:to -0.40; e:today 0.35; e:too -0.19; e:up -0.07; e:us 0.20
e:way 0.21; e:why 0.26; e:with -0.07; e:would 0.15; e:yes -0.02; e:you 0.47; e:yours -0.03
e:yourself 0.01; ends bare -0.04; ends raw -0.22; ends stop -1.72; first -0.74; heard:0 0.37
heard:12 -0.56; heard:18 -1.16; heard:2 0.65; heard:28 -0.94; heard:3 -0.28; heard:5 0.13
heard:8 -0.23; heard:more -0.67; k:# -0.49; k:* -0.73; k:*ed -0.44; k:*ing -0.34; k:@day 0.07
k:@feel -0.24; l:and -0.15; l:hello -0.20; l:no -0.24; l:okay 0.35; l:then -0.09; last 0.35
later -0.42; mostly taken 0.10; n:1 -0.76; n:12 0.19; n:18 0.11; n:2 -0.52; n:3 -0.82; n:5 -0.32
n:8 -0.08; n:more -0.05; nod -0.63; p:amount -0.53; p:asks_word 0.74; p:asks_you 0.54; p:but 0.27
p:clause -0.52; p:commits -0.40; p:echoes 0.36; p:explain 1.40; p:fact -1.46; p:inverted -0.72
p:no -0.73; p:opens_inverted -0.32; p:own -0.52; p:points_back 0.03; p:reflects -0.22
p:reflects_inside 0.07; p:refuses -0.37; p:worry 0.07; q:how  0.39; q:how about -0.38
q:how could 0.40; q:how did 0.16; q:how does 0.14; q:how is 0.25; q:how might 0.07
q:how were -0.05; q:what  0.91; q:what about -0.06; q:what did -0.16; q:what do -0.16
q:what might 0.22; q:what was -0.02; q:what would 0.19; q:when  0.35; q:when did 0.02
q:when do 0.07; q:where does 0.40; q:where would 0.18; q:which  0.61; q:which would -0.08
q:who would 0.06; q:why  0.66; q:why are -0.07; q:why might 0.17; q:you -0.36; s:# -0.49
s:* -0.26; s:* * -0.26; s:* you 0.23; s:* you said 0.19; s:@day thank 0.06; s:@day thank you 0.06
s:can 0.35; s:can i 0.07; s:can i ask 0.15; s:can you 0.20; s:can you tell 0.08; s:could -0.12
s:describe 0.12; s:describe that 0.12; s:describe that for 0.12; s:do you 0.01; s:do you know 0.14
s:do you think 0.25; s:do you want -0.16; s:have 0.16; s:have you 0.22; s:have you tried 0.13
s:he -0.22; s:help 0.14; s:help me 0.14; s:help me understand 0.14; s:how 0.50; s:how about -0.21
s:how could 0.07; s:how could we 0.03; s:how did 0.34; s:how did you 0.07; s:how do 0.11
s:how do you 0.07; s:how does 0.14; s:how is 0.57; s:how is it 0.01; s:how is that 0.18
s:how long -0.48; s:how long have -0.13; s:how many -0.31; s:how much -0.33; s:how often -0.03
s:how would 0.05; s:how would you 0.10; s:i -0.30; s:i am 0.17; s:i am curious 0.13
s:i am good 0.16; s:i want 0.01; s:i want to 0.05; s:i will -0.02; s:i would 0.19
s:if you could 0.10; s:if you did 0.03; s:is -0.36; s:is it -0.01; s:is that -0.26
s:is there anything 0.14; s:it -0.36; s:let -0.03; s:like a 0.04; s:like a * 0.04; s:say 0.16
s:say more 0.17; s:say more about 0.17; s:she -0.14; s:talk 0.21; s:talk me 0.21
s:talk me through 0.21; s:tell 0.47; s:tell me 0.30; s:tell me about 0.31; s:tell me what -0.10
s:tell us 0.04; s:tell us a 0.04; s:thank -0.26; s:thank you -0.26; s:that -0.09; s:the -0.26
s:the * -0.05; s:there is no 0.02; s:they -0.45; s:walk 0.08; s:walk me 0.08
s:walk me through 0.08; s:what 0.71; s:what * -0.24; s:what about -0.08; s:what about a -0.05
s:what are 0.08; s:what can i 0.13; s:what could 0.11; s:what could we 0.11; s:what did he -0.03
s:what did i -0.07; s:what do 0.01; s:what do you 0.08; s:what got 0.10; s:what got you 0.10
s:what happened 0.31; s:what happens when 0.05; s:what i -0.13; s:what if -0.01
s:what if anything 0.04; s:what if i -0.02; s:what if it -0.03; s:what is # -0.09
s:what is been 0.09; s:what is important -0.09; s:what is it 0.11; s:what is that 0.01
s:what is the -0.08; s:what makes 0.02; s:what makes it 0.13; s:what might 0.03; s:what seems 0.03
s:what seems to 0.03; s:what time -0.15; s:what time do -0.01; s:what was her -0.05
s:what would 0.17; s:what would be 0.19; s:when she 0.18; s:when she goes 0.18; s:where 0.54
s:where does 0.38; s:where does it 0.22; s:where would 0.04; s:which * @feel 0.05; s:who 0.36
s:who could 0.01; s:who could * 0.01; s:who else would 0.06; s:who is there 0.09; s:why 0.63
s:why a 0.09; s:why a # 0.09; s:why are -0.04; s:why are you -0.04; s:why do you 0.04
s:why not -0.05; s:would -0.48; s:would you -0.36; s:would you be -0.01; s:would you like -0.21
s:would you rather 0.11; s:you -0.82; s:you are -0.06; s:you did 0.10; s:you have been 0.02
s:you know -0.06; s:you know what -0.01; s:you put 0.05; s:you put the 0.09; share 0.43
taken 0.36; turned -0.35; w:10 -0.03; w:20 -0.06; w:a -0.21; w:about 0.60; w:accident 0.13
w:after -0.23; w:am 0.12; w:amount -0.07; w:an -0.12; w:and -0.20; w:any -0.30; w:anything 0.07
w:are -0.66; w:away 0.07; w:be -0.15; w:because -0.18; w:been 0.51; w:being -0.03; w:better 0.11
w:bit 0.22; w:call -0.19; w:calling 0.09; w:can -0.12; w:car -0.05; w:change 0.19; w:choose 0.12
w:come -0.06; w:confusing 0.05; w:coping 0.01; w:could 0.70; w:counted 0.08; w:curious 0.13
w:day 0.09; w:describe 0.23; w:did 0.23; w:different 0.70; w:do 0.04; w:does 0.21; w:doing -0.05
w:door 0.02; w:down -0.48; w:earn -0.18; w:easier 0.01; w:eighths 0.26; w:else 0.13
w:energetic 0.16; w:expect -0.24; w:far 0.42; w:feel 0.22; w:fine -0.15; w:first -0.38
w:for -0.23; w:forward 0.06; w:friends 0.05; w:from 0.58; w:gave 0.04; w:get -0.28; w:give -0.75
w:goes 0.40; w:going 0.42; w:good 0.31; w:had -0.40; w:happened 0.50; w:happens -0.03
w:have -0.21; w:he -0.19; w:hear 0.23; w:help 0.21; w:high 0.01; w:hike 0.08; w:home -0.14
w:how 0.77; w:i -0.78; w:if 0.08; w:important -0.37; w:in 0.37; w:instead 0.24; w:interested -0.31
w:into 0.11; w:is -0.71; w:jam 0.05; w:jamal 0.19; w:just -0.67; w:kept 0.29; w:know -0.22
w:lanterns -0.17; w:last 0.49; w:leak 0.07; w:leave 0.03; w:let -0.41; w:like 0.30; w:long -0.28
w:look 0.43; w:looking 0.13; w:love 0.11; w:made 0.05; w:make 0.23; w:making 0.18; w:many -0.62
w:mattered 0.14; w:matters -0.09; w:me 0.75; w:mean 0.13; w:means -0.10; w:might 0.59; w:mind 0.37
w:month -0.12; w:more 0.19; w:morning 0.28; w:mornings 0.29; w:most 0.60; w:much -0.51
w:name -0.27; w:never -0.10; w:new 0.10; w:not -0.64; w:noticed 0.15; w:number -0.46
w:often -0.07; w:okay -0.34; w:on -0.18; w:one -0.17; w:or -0.94; w:other -0.07; w:others -0.15
w:part 0.15; w:payday 0.06; w:people -0.55; w:picture 0.01; w:pieces 0.08; w:position 0.02
w:problem 0.26; w:put -0.03; w:quiet 0.21; w:rather 0.20; w:really -0.25; w:remember -0.02
w:rhythm 0.04; w:right -0.05; w:roughly -0.11; w:saddest 0.06; w:said 0.19; w:same -0.18
w:say 0.21; w:seeing 0.09; w:shape 0.02; w:she -0.05; w:ship -0.06; w:shops 0.06; w:should -0.27
w:sign -0.15; w:sit 0.12; w:six 0.06; w:sixteenths 0.31; w:so 0.27; w:some -0.10; w:somebody -0.06
w:someone -0.21; w:something -0.20; w:spark 0.02; w:speed -0.17; w:start -0.16; w:subject 0.01
w:take -0.07; w:talk -0.04; w:tell 0.33; w:ten -0.23; w:that 0.19; w:the 0.11; w:them -0.07
w:theo 0.06; w:there -0.36; w:they -0.13; w:things 0.16; w:think 0.36; w:thirty -0.08
w:those 0.25; w:three 0.07; w:through 0.74; w:time -0.23; w:times -0.01; w:to -0.47; w:today 0.38
w:told -0.25; w:too -0.39; w:train 0.03; w:tried 0.14; w:two -0.48; w:typical 0.04; w:up -0.48
w:us 0.02; w:wand 0.09; w:want -0.05; w:was -0.25; w:wave 0.05; w:way 0.17; w:we -0.06
w:welcome 0.07; w:were -0.14; w:what 0.93; w:when 0.33; w:where 0.38; w:which 0.09; w:who 0.18
w:whole -0.15; w:why 0.83; w:will -0.71; w:with 0.24; w:words 0.09; w:work 0.06; w:worries 0.13
w:worth 0.32; w:would 0.21; w:wrong 0.02; w:yes -0.16; w:you 0.09; w:your -0.11; w:yours -0.10
w:yourself 0.12; who: -1.00; who:i -0.55; who:you -0.14; who:youi 0.26
"""
