"""Learned weights of ``open_question``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.892, 1.15, -0.448)
WEIGHTS = """
after ask -0.72; after question -0.96; b:# *ed -0.01; b:# and 0.04; b:# come 0.03; b:# what -0.09
b:# why 0.36; b:* * -0.26; b:* @day 0.09; b:* @feel -0.12; b:* a 0.05; b:* did 0.01; b:* do -0.23
b:* does -0.09; b:* from -0.14; b:* how 0.10; b:* is -0.38; b:* it -0.06; b:* like 0.17
b:* on -0.41; b:* or -0.29; b:* part 0.39; b:* right -0.09; b:* that -0.19; b:* together 0.06
b:* too -0.12; b:* us 0.06; b:* was -0.06; b:* what 0.15; b:* when 0.13; b:* which 0.04
b:* would -0.04; b:* you -0.12; b:*ed to 0.13; b:*ed with -0.04; b:*ing my 0.06; b:*ing you 0.18
b:@day how 0.02; b:@day thank 0.06; b:@feel to 0.14; b:@feel you 0.20; b:a # 0.53; b:a * -0.14
b:a better 0.03; b:a bit 0.01; b:a go -0.20; b:about # -0.04; b:about a -0.19; b:about first -0.05
b:about it 0.05; b:about that 0.24; b:about the 0.04; b:about yourself 0.04; b:all that 0.14
b:all the -0.02; b:am curious 0.13; b:am good 0.16; b:an * -0.01; b:and * -0.42; b:and *ed 0.13
b:and not 0.68; b:and why 0.03; b:anything about 0.17; b:anything at 0.17; b:are those 0.02
b:ask what 0.05; b:at home -0.08; b:at the -0.01; b:be *ing 0.07; b:be the 0.22; b:been going 0.41
b:being with 0.01; b:better day 0.04; b:bit more 0.11; b:by * 0.14; b:can * -0.33; b:can do -0.16
b:can i 0.47; b:come from 0.03; b:could * 0.44; b:could be -0.01; b:could i -0.11
b:could say 0.09; b:could we 0.56; b:could work 0.19; b:curious what 0.13; b:day with 0.04
b:describe that 0.11; b:did he -0.07; b:did it -0.04; b:did not -0.04; b:did nothing 0.03
b:did that 0.41; b:did you 0.32; b:do a 0.06; b:do i 0.02; b:do instead 0.12; b:do is -0.05
b:do not -0.37; b:do they 0.05; b:do we -0.02; b:do what -0.05; b:do you 0.42; b:does it 0.29
b:does one 0.05; b:else would 0.16; b:feel a 0.16; b:feels that 0.12; b:find out 0.02
b:first that -0.05; b:for * -0.04; b:for *ing 0.07; b:for a -0.09; b:for that -0.08
b:for you 0.05; b:from you 0.23; b:gets in 0.03; b:go from 0.24; b:go well 0.01; b:goes * 0.29
b:going on 0.21; b:going to -0.13; b:going with 0.26; b:good how 0.19; b:got any 0.09
b:got into 0.16; b:got you 0.10; b:happens just -0.08; b:happens when 0.05; b:have a -0.21
b:have any -0.09; b:have got -0.21; b:have in 0.07; b:have not 0.02; b:have you 0.19; b:he * 0.03
b:help me 0.13; b:her * -0.10; b:how * -0.10; b:how about -0.20; b:how are 0.10; b:how could 0.23
b:how did 0.50; b:how do 0.25; b:how does 0.29; b:how else 0.01; b:how is 0.67; b:how long -0.48
b:how many -0.59; b:how may 0.11; b:how might 0.07; b:how much -0.40; b:how often -0.07
b:how others -0.17; b:how would 0.15; b:i * -0.18; b:i am 0.07; b:i can -0.37; b:i did -0.12
b:i have -0.11; b:i help 0.03; b:i just -0.18; b:i would 0.04; b:if anything 0.15; b:if i -0.29
b:if it -0.04; b:if there -0.06; b:if you 0.48; b:important to -0.10; b:in *ing -0.15
b:in mind 0.23; b:in the 0.29; b:in what 0.22; b:in your 0.12; b:instead if 0.12
b:interested in -0.33; b:into it 0.16; b:is # -0.32; b:is *ing 0.18; b:is @feel 0.07; b:is a -0.01
b:is been 0.57; b:is important -0.09; b:is it 0.24; b:is not -0.35; b:is on -0.27
b:is something -0.04; b:is that -0.18; b:is the -0.04; b:is there 0.13; b:is what -0.47
b:it * -0.45; b:it @feel 0.19; b:it a 0.44; b:it anything 0.17; b:it better 0.04; b:it does -0.31
b:it going 0.01; b:it last 0.01; b:it so 0.09; b:it start -0.02; b:it that 0.18; b:it to -0.01
b:its * 0.17; b:just say -0.06; b:just the -0.07; b:keep going -0.02; b:keep it 0.09
b:know about 0.06; b:know it 0.01; b:know what -0.32; b:last * 0.01; b:last go 0.01
b:last time 0.06; b:like a 0.04; b:like me -0.02; b:little bit 0.02; b:long * 0.04
b:long have -0.13; b:look like 0.55; b:love to 0.14; b:make it 0.11; b:make this 0.08
b:makes it 0.22; b:many * -0.17; b:matter the 0.13; b:may i 0.01; b:me about 0.26; b:me if 0.11
b:me more 0.18; b:me that 0.13; b:me through 0.75; b:me to -0.23; b:me understand 0.13
b:me what -0.10; b:mean by 0.22; b:might we 0.17; b:might work 0.02; b:might you 0.07
b:more * 0.11; b:more about 0.32; b:most about 0.01; b:most on 0.12; b:most to 0.13; b:new * 0.02
b:next * 0.04; b:not a 0.17; b:not said 0.01; b:noticed about 0.01; b:of it 0.04; b:of the 0.24
b:of you -0.20; b:of yours -0.04; b:on a -0.31; b:on the -0.13; b:one * -0.10; b:one go 0.05
b:one thing 0.02; b:over what 0.01; b:put in -0.08; b:put the 0.07; b:rather do 0.12
b:rather talk -0.05; b:rather was 0.17; b:said no 0.18; b:said yet 0.01; b:say after -0.03
b:say if 0.07; b:say more 0.17; b:say one 0.09; b:see * -0.01; b:seems to 0.04; b:she goes 0.18
b:she is -0.09; b:so far 0.30; b:somebody else -0.04; b:start to 0.14; b:take me 0.15
b:talk about -0.35; b:talk me 0.30; b:tell me 0.51; b:tell us 0.10; b:tell you -0.23
b:that *ed 0.11; b:that being 0.01; b:that is -0.54; b:that one -0.16; b:that start 0.15
b:that the 0.23; b:the * -0.41; b:the last 0.45; b:the most 0.60; b:the problem 0.13
b:the same -0.15; b:the way 0.13; b:there anything 0.13; b:there is -0.06; b:there with 0.09
b:they * 0.13; b:they do -0.18; b:thing to 0.15; b:things matter 0.13; b:think could 0.06
b:think that 0.07; b:this * 0.25; b:this is -0.02; b:this one -0.05; b:through @day 0.15
b:through a 0.05; b:through the 0.02; b:time do -0.02; b:to * -0.51; b:to change 0.26
b:to do -0.03; b:to give -0.18; b:to hear 0.16; b:to her 0.06; b:to see 0.14; b:to talk -0.17
b:to you 0.06; b:together and 0.09; b:told me -0.19; b:two * -0.01; b:two of -0.11
b:understand why 0.10; b:us a 0.01; b:use that 0.07; b:walk me 0.09; b:was * 0.40; b:was her -0.05
b:was just -0.05; b:was that -0.13; b:we * -0.11; b:we be 0.17; b:we can -0.02; b:we do -0.26
b:we make 0.01; b:went * 0.11; b:what * -0.05; b:what are 0.12; b:what could 0.08; b:what do 0.31
b:what does 0.06; b:what else 0.11; b:what gets 0.04; b:what got 0.10; b:what happened 0.38
b:what he -0.12; b:what i -0.54; b:what if -0.03; b:what is 0.27; b:what it -0.36
b:what makes 0.15; b:what matters -0.07; b:what might 0.35; b:what seems 0.04; b:what that -0.18
b:what they -0.07; b:what time -0.20; b:what to -0.04; b:what way 0.10; b:what we -0.49
b:what went 0.11; b:what would 0.54; b:what you -0.42; b:when did 0.04; b:when she 0.18
b:when you 0.04; b:where does 0.39; b:where would 0.11; b:which * 0.12; b:which things 0.13
b:which would -0.09; b:who could 0.02; b:who feels 0.12; b:why * 0.18; b:why a 0.05
b:why are -0.01; b:why might 0.17; b:why not -0.09; b:why that 0.13; b:with it 0.41
b:with you 0.17; b:work in 0.06; b:work instead 0.02; b:would love 0.06; b:would make 0.22
b:would need 0.10; b:would rather 0.03; b:would see 0.12; b:would you -0.15; b:you * -0.25
b:you *ing -0.11; b:you @feel -0.21; b:you a -0.29; b:you are -0.40; b:you be -0.34
b:you can -0.53; b:you could 0.31; b:you did 0.09; b:you feel 0.37; b:you get -0.11
b:you going 0.05; b:you had -0.03; b:you have -0.04; b:you how 0.35; b:you interested -0.05
b:you like -0.12; b:you mean 0.18; b:you most 0.19; b:you out 0.09; b:you said 0.24
b:you start -0.28; b:you take -0.07; b:you tell 0.02; b:you that 0.30; b:you think 0.55
b:you to -0.54; b:you today 0.35; b:you tried 0.12; b:you use 0.22; b:you were -0.17
b:you will -0.14; b:you would 0.09; b:your * -0.11; bias -1.12; clause after -0.48
disagrees -0.39; e:# -0.13; e:* -0.24; e:*ed -0.20; e:*ing -0.15; e:@feel -0.40; e:about 0.38
e:and -0.06; e:change 0.25; e:do -0.47; e:else -0.05; e:far 0.30; e:go -0.10; e:going 0.10
e:got -0.03; e:her 0.18; e:how 0.34; e:is -0.05; e:it -0.09; e:like 0.67; e:me -0.09; e:mind 0.11
e:okay -0.19; e:part 0.04; e:problem 0.21; e:right -0.25; e:see 0.05; e:start -0.28; e:that 0.03
e:there -0.32; e:think -0.11; e:to -0.37; e:today 0.34; e:too -0.18; e:up -0.06; e:us 0.19
e:way 0.20; e:why 0.31; e:with -0.08; e:would 0.16; e:yes -0.01; e:you 0.47; e:yours -0.04
ends bare -0.03; ends raw -0.21; ends stop -1.67; first -0.74; heard:0 0.35; heard:12 -0.60
heard:18 -1.17; heard:2 0.60; heard:28 -0.97; heard:3 -0.16; heard:5 0.09; heard:8 -0.23
heard:more -0.68; k:# -0.44; k:* -0.70; k:*ed -0.47; k:*ing -0.37; k:@day 0.07; k:@feel -0.29
l:and -0.18; l:hello -0.20; l:no -0.24; l:okay 0.45; l:or -0.04; l:so 0.01; l:then -0.11
last 0.30; later -0.43; mostly taken 0.12; n:1 -0.76; n:12 0.22; n:18 0.10; n:2 -0.49; n:3 -0.70
n:5 -0.31; n:8 -0.06; n:more -0.08; nod -0.62; p:amount -0.53; p:asks_word 0.76; p:asks_you 0.55
p:but 0.36; p:clause -0.54; p:commits -0.28; p:echoes 0.36; p:explain 1.39; p:fact -1.45
p:inverted -0.72; p:no -0.72; p:opens_inverted -0.25; p:own -0.50; p:points_back 0.03
p:reflects -0.23; p:reflects_inside 0.07; p:refuses -0.37; p:worry 0.08; q:how  0.37
q:how about -0.39; q:how are 0.01; q:how could 0.43; q:how did 0.15; q:how does 0.14
q:how is 0.25; q:how might 0.07; q:how were -0.06; q:what  0.89; q:what about -0.06
q:what did -0.13; q:what do -0.15; q:what might 0.34; q:what was -0.01; q:what will -0.02
q:what would 0.21; q:when  0.36; q:when did 0.01; q:when do 0.09; q:where does 0.40
q:where would 0.17; q:which  0.59; q:which would -0.09; q:who would 0.06; q:why  0.65
q:why are -0.10; q:why might 0.17; q:you -0.43; s:# -0.55; s:* -0.27; s:* * -0.23; s:* you 0.23
s:* you said 0.19; s:@day thank 0.06; s:@day thank you 0.06; s:a # 0.08; s:because -0.02
s:can 0.34; s:can i 0.06; s:can i ask 0.15; s:can you 0.18; s:can you tell 0.08; s:could -0.13
s:could i -0.02; s:describe 0.11; s:describe that 0.11; s:describe that for 0.11
s:do you know 0.13; s:do you think 0.26; s:do you want -0.16; s:have 0.29; s:have you 0.35
s:have you got 0.02; s:have you tried 0.11; s:he -0.24; s:help 0.13; s:help me 0.13
s:help me understand 0.13; s:how 0.52; s:how about -0.20; s:how could 0.11; s:how could we 0.05
s:how did 0.35; s:how did you 0.04; s:how do 0.14; s:how do you 0.10; s:how does 0.14
s:how is 0.56; s:how is it 0.01; s:how is that 0.17; s:how long -0.47; s:how long have -0.13
s:how many -0.32; s:how much -0.33; s:how often -0.04; s:how would 0.06; s:how would you 0.10
s:i -0.29; s:i am 0.16; s:i am curious 0.13; s:i am good 0.16; s:i want to 0.04; s:i will -0.02
s:i would 0.19; s:if you could 0.10; s:if you did 0.04; s:is -0.39; s:is that -0.28
s:is there anything 0.13; s:it -0.36; s:let -0.03; s:like 0.01; s:like a 0.05; s:like a * 0.05
s:my -0.01; s:say 0.16; s:say more 0.17; s:say more about 0.17; s:she -0.14; s:talk 0.22
s:talk me 0.23; s:talk me through 0.23; s:tell 0.49; s:tell me 0.32; s:tell me about 0.31
s:tell me what -0.10; s:tell us 0.04; s:tell us a 0.04; s:thank -0.26; s:thank you -0.26
s:that -0.10; s:the -0.33; s:the * -0.08; s:there is no 0.02; s:they -0.43; s:walk 0.09
s:walk me 0.09; s:walk me through 0.09; s:what 0.73; s:what * -0.25; s:what about -0.09
s:what about a -0.04; s:what are 0.07; s:what can i 0.16; s:what could 0.08; s:what could we 0.08
s:what did he -0.03; s:what did i -0.06; s:what did you 0.05; s:what do 0.02; s:what do you 0.11
s:what else 0.02; s:what got 0.10; s:what got you 0.10; s:what happened 0.32
s:what happens when 0.05; s:what i -0.13; s:what if anything 0.05; s:what if i -0.02
s:what if it -0.03; s:what is # -0.10; s:what is been 0.10; s:what is important -0.09
s:what is it 0.08; s:what is the -0.07; s:what makes it 0.07; s:what might 0.09; s:what seems 0.04
s:what seems to 0.04; s:what time -0.14; s:what time do -0.01; s:what was her -0.05
s:what would 0.15; s:what would be 0.18; s:when she 0.18; s:when she goes 0.18; s:where 0.54
s:where does 0.39; s:where does it 0.23; s:where would 0.04; s:which * @feel 0.04; s:who 0.35
s:who could 0.02; s:who could * 0.02; s:who else would 0.07; s:who is there 0.10; s:why 0.67
s:why a 0.05; s:why a # 0.05; s:why are -0.05; s:why are you -0.05; s:why is 0.01
s:why is it 0.01; s:why not -0.09; s:would -0.38; s:would you -0.26; s:would you be -0.04
s:would you like -0.27; s:would you rather 0.09; s:you -0.81; s:you are -0.06; s:you did 0.09
s:you did what 0.01; s:you have been 0.02; s:you know -0.07; s:you know what -0.01; s:you put 0.05
s:you put the 0.09; share 0.50; taken 0.32; turned -0.36; w:10 -0.03; w:20 -0.05; w:a -0.17
w:about 0.64; w:accident 0.12; w:after -0.22; w:am 0.12; w:amount -0.09; w:an -0.10; w:and -0.16
w:any -0.10; w:anything 0.09; w:are -0.67; w:away 0.05; w:be -0.18; w:because -0.20; w:been 0.49
w:better 0.13; w:bit 0.18; w:call -0.18; w:calling 0.10; w:can -0.13; w:car -0.08; w:change 0.20
w:choose 0.11; w:come -0.07; w:confusing 0.04; w:could 0.64; w:counted 0.07; w:curious 0.13
w:day 0.08; w:describe 0.21; w:did 0.21; w:different 0.70; w:do 0.03; w:does 0.22; w:doing -0.07
w:door 0.02; w:down -0.43; w:earn -0.18; w:eighths 0.25; w:else 0.12; w:energetic 0.16
w:expect -0.24; w:far 0.42; w:feel 0.22; w:fine -0.15; w:first -0.39; w:for -0.27; w:forward 0.06
w:four 0.32; w:friends 0.06; w:from 0.59; w:gave 0.07; w:get -0.26; w:give -0.47; w:goes 0.40
w:going 0.41; w:good 0.32; w:had -0.47; w:happened 0.51; w:happens -0.01; w:have -0.20; w:he -0.20
w:hear 0.22; w:help 0.19; w:high 0.01; w:hike 0.08; w:home -0.14; w:how 0.77; w:i -0.80; w:if 0.07
w:important -0.37; w:in 0.34; w:instead 0.40; w:interested -0.34; w:into 0.11; w:is -0.66
w:jam 0.05; w:jamal 0.19; w:just -0.69; w:kept 0.29; w:know -0.25; w:lanterns -0.17; w:last 0.47
w:leak 0.08; w:leave 0.02; w:let -0.42; w:like 0.27; w:long -0.26; w:look 0.41; w:looking 0.13
w:love 0.10; w:made 0.01; w:make 0.18; w:makes 0.11; w:making 0.19; w:many -0.62; w:mattered 0.13
w:matters -0.09; w:me 0.72; w:mean 0.13; w:means -0.11; w:might 0.67; w:mind 0.37; w:month -0.10
w:more 0.18; w:morning 0.28; w:mornings 0.30; w:most 0.59; w:much -0.50; w:name -0.28
w:never -0.11; w:new 0.11; w:not -0.63; w:noticed 0.13; w:number -0.45; w:often -0.07
w:okay -0.38; w:on -0.18; w:one -0.13; w:or -0.96; w:other -0.11; w:others -0.17; w:part 0.17
w:payday 0.06; w:people -0.56; w:picture 0.02; w:pieces 0.08; w:position 0.03; w:problem 0.26
w:put -0.11; w:quiet 0.23; w:rather 0.18; w:really -0.27; w:remember -0.02; w:rhythm 0.05
w:right -0.12; w:roughly -0.11; w:saddest 0.06; w:said 0.19; w:same -0.18; w:say 0.20
w:seeing 0.06; w:she -0.05; w:ship -0.06; w:shops 0.05; w:should -0.27; w:sign -0.16; w:sit 0.12
w:six 0.09; w:sixteenths 0.31; w:so 0.26; w:some -0.10; w:someone -0.21; w:something -0.23
w:spark 0.02; w:speed -0.18; w:start -0.16; w:stay -0.02; w:subject 0.01; w:take -0.02
w:talk -0.04; w:tell 0.33; w:ten -0.28; w:that 0.19; w:the 0.09; w:them -0.05; w:theo 0.06
w:there -0.39; w:they -0.18; w:things 0.16; w:think 0.36; w:thirty -0.12; w:those 0.25
w:thoughts 0.29; w:three 0.01; w:through 0.72; w:time -0.22; w:times -0.08; w:to -0.49
w:today 0.37; w:told -0.26; w:too -0.38; w:train 0.04; w:tried 0.09; w:try -0.01; w:two -0.49
w:typical 0.05; w:up -0.47; w:us 0.02; w:wand 0.09; w:want -0.12; w:was -0.26; w:wave 0.06
w:way 0.15; w:we -0.09; w:welcome 0.08; w:were -0.17; w:what 0.96; w:when 0.35; w:where 0.38
w:which 0.07; w:who 0.17; w:whole -0.16; w:why 0.90; w:will -0.69; w:with 0.28; w:words 0.09
w:work 0.18; w:worries 0.14; w:worth 0.32; w:would 0.20; w:wrong 0.02; w:yes -0.16; w:you 0.09
w:your -0.13; w:yours -0.10; w:yourself 0.12; who: -0.97; who:i -0.54; who:you -0.13
who:youi 0.26
"""
