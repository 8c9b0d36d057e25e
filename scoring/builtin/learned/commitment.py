"""Learned weights of ``commitment``; written by ``python -m benchmarks.train_signals``."""

LINE = (1.085, 1.025, -0.665)
WEIGHTS = """
after ask -0.14; after question -0.82; b:# * 0.26; b:# *ed 0.17; b:# a 0.29; b:# and 0.03
b:# off 0.06; b:* # -0.24; b:* * 0.10; b:* *ed -0.34; b:* *ing -0.18; b:* @day 0.16; b:* a -0.25
b:* and 0.25; b:* as -0.18; b:* be 0.11; b:* before 0.01; b:* can 0.20; b:* for 0.09
b:* from 0.01; b:* i 0.24; b:* if -0.27; b:* like -0.11; b:* me 0.14; b:* next 0.06; b:* of -0.29
b:* on 0.04; b:* or -0.35; b:* right 0.02; b:* that 0.14; b:* this 0.16; b:* today 0.63
b:* too 0.17; b:* two 0.04; b:* up -0.10; b:* will -0.13; b:* with -0.31; b:* without 0.02
b:* would -0.04; b:* your 0.05; b:*ed * -0.10; b:*ed by 0.08; b:*ed with 0.15; b:*ing * 0.19
b:*ing a 0.17; b:*ing how -0.04; b:*ing one 0.18; b:*ing to 0.15; b:*ing why -0.07
b:@day for 0.09; b:@feel to 0.03; b:a * 0.56; b:a go 0.23; b:a little -0.12; b:a part 0.02
b:about # 0.10; b:about * -0.04; b:about *ing 0.13; b:about a -0.23; b:about i 0.15
b:about it -0.05; b:about the -0.03; b:and * 0.17; b:and the 0.08; b:and you 0.21; b:and your 0.03
b:another day -0.05; b:are * -0.17; b:are here 0.12; b:are you 0.03; b:ask if 0.19
b:asking them 0.08; b:be * -0.02; b:be a 0.16; b:be possible 0.11; b:be willing 0.43
b:been there 0.14; b:by * 0.05; b:can * -0.21; b:can i 0.02; b:can we 0.60; b:can you 0.01
b:come for 0.09; b:comfortable asking 0.08; b:consider *ing 0.10; b:consider a 0.24
b:could come 0.09; b:could i 0.19; b:could you 0.33; b:did two 0.15; b:did you -0.47
b:do not -0.16; b:do that 0.51; b:do you -0.15; b:does not 0.04; b:every * -0.09; b:for # 0.26
b:for *ing -0.30; b:for a 0.06; b:for an 0.09; b:for it -0.08; b:for the 0.33; b:for this 0.18
b:for you 0.34; b:get it 0.09; b:get you 0.01; b:give a 0.06; b:give it 0.03
b:give something 0.01; b:give that 0.18; b:give them 0.09; b:go * 0.25; b:go this 0.04
b:go through -0.13; b:got a 0.11; b:got it 0.04; b:have been 0.04; b:have you -0.15
b:her the 0.15; b:here please 0.11; b:how about 0.43; b:how are -0.04; b:how much 0.57; b:i * 0.19
b:i am -0.32; b:i did 0.10; b:i do -0.19; b:i go 0.17; b:i got 0.07; b:i keep 0.11; b:i put 0.26
b:i take 0.14; b:i wanted 0.01; b:i will -0.48; b:if i 0.38; b:if it 0.09; b:if somebody 0.04
b:if you -0.12; b:in may 0.06; b:in the -0.07; b:in until 0.11; b:is # 0.37; b:it * 0.04
b:it *ed 0.07; b:it @feel 0.03; b:it a 0.23; b:it be 0.03; b:it does 0.08; b:it take 0.09
b:it to -0.36; b:it today -0.01; b:it will 0.02; b:it with -0.13; b:join us 0.02; b:just the 0.09
b:keep you 0.09; b:last one -0.05; b:like me -0.11; b:like to 0.31; b:like you -0.01
b:little more -0.02; b:look at -0.17; b:make it 0.13; b:more for -0.02; b:much * -0.13
b:much of 0.09; b:much would 0.44; b:my * -0.27; b:next to 0.08; b:next week 0.16; b:not go 0.17
b:of *ing 0.11; b:of the -0.40; b:of what 0.09; b:of yours 0.10; b:on * -0.33; b:on a -0.12
b:one * 0.35; b:one as 0.01; b:one for 0.11; b:other * -0.33; b:people * -0.10
b:please consider 0.13; b:please think 0.18; b:put that 0.12; b:recommend you 0.09
b:right here 0.18; b:see a -0.10; b:some * -0.17; b:somebody else 0.10; b:start to 0.03
b:start with 0.31; b:sure you 0.07; b:take * 0.14; b:take for 0.09; b:take the 0.11
b:take two 0.05; b:talk in 0.07; b:thank you -0.09; b:that * -0.22; b:that @feel 0.12
b:that a 0.14; b:that in 0.09; b:that one 0.30; b:that while 0.01; b:the * 0.01; b:the last -0.11
b:the other -0.24; b:the start 0.04; b:the talk 0.07; b:the whole 0.02; b:them a 0.09
b:them for 0.07; b:think about 0.12; b:think you 0.36; b:this * 0.06; b:this one 0.19
b:this week 0.23; b:through it -0.08; b:to * 0.37; b:to *ing -0.09; b:to @day 0.04
b:to another -0.04; b:to ask 0.39; b:to be -0.47; b:to do 0.07; b:to give 0.31; b:to go -0.09
b:to hear -0.03; b:to know -0.02; b:to look -0.20; b:to make 0.22; b:to see -0.27; b:to show 0.12
b:to start 0.10; b:to the 0.48; b:to you -0.03; b:today and 0.10; b:two # 0.05; b:two of 0.12
b:until @day 0.28; b:us for 0.12; b:want to 0.03; b:was just 0.14; b:we * 0.71; b:we agree 0.01
b:we have -0.05; b:we put 0.12; b:week * 0.24; b:what do -0.21; b:what if 0.37; b:what it -0.03
b:what would -0.02; b:what you 0.29; b:whole time 0.04; b:why not 0.17; b:why people -0.07
b:will * -0.31; b:will you 0.59; b:willing to 0.53; b:with # 0.05; b:with a 0.23
b:with somebody 0.10; b:with the -0.35; b:with you -0.35; b:without * 0.26; b:would be 0.01
b:would give 0.06; b:would it 0.24; b:would next 0.16; b:would one 0.15; b:would you 0.29
b:you *ing -0.02; b:you about -0.07; b:you are -0.09; b:you be -0.08; b:you can -0.46
b:you come 0.07; b:you comfortable 0.08; b:you consider 0.03; b:you could 0.05; b:you do 0.56
b:you ever -0.13; b:you feel -0.09; b:you give 0.21; b:you help 0.17; b:you how 0.16
b:you in 0.40; b:you interested -0.26; b:you join 0.02; b:you know -0.28; b:you like -0.08
b:you need -0.01; b:you rather -0.15; b:you some -0.14; b:you sure 0.11; b:you take 0.59
b:you the 0.32; b:you think 0.28; b:you today -0.07; b:you want 0.10; b:you would 0.12
b:your * -0.03; bias -1.31; clause after -0.51; concern -0.14; disagrees -0.36; e:# -0.12
e:* -0.10; e:*ed -0.14; e:*ing -0.06; e:@day 0.16; e:come 0.04; e:day -0.13; e:else 0.17
e:first 0.18; e:go 0.19; e:help 0.24; e:here 0.07; e:it -0.31; e:may 0.06; e:please 0.02
e:that -0.02; e:think 0.14; e:today 0.38; e:too 0.14; e:try 0.03; e:two 0.18; e:you -0.20
e:yours 0.09; ends bare -0.31; ends mark 0.18; ends raw -0.47; ends stop -1.56; first -0.62
heard:0 0.16; heard:1 -0.51; heard:12 -0.57; heard:18 -0.49; heard:2 -0.05; heard:28 -0.51
heard:3 -0.19; heard:5 0.24; heard:8 0.03; heard:more -0.05; k:# 0.70; k:* -0.17; k:*ed -0.09
k:*ing -0.33; k:@day 0.21; k:@feel -0.13; l:great 0.05; l:then 0.26; last -0.39; later -0.90
mostly taken -0.65; n:1 -0.74; n:18 -0.03; n:2 -0.34; n:28 -0.20; n:3 -0.07; n:5 -0.53; n:8 -0.08
nod -0.53; p:amount 0.62; p:asks_word -0.40; p:asks_you -0.44; p:but -0.07; p:clause -0.06
p:commits 1.52; p:echoes -0.54; p:explain -0.24; p:fact 0.37; p:informs -0.56; p:inverted 0.63
p:no -0.08; p:opens_inverted 0.64; p:reflects_inside -0.10; p:refuses -0.11; p:you -0.13
q:how  -0.03; q:how about 0.35; q:how would 0.30; q:what  -0.04; q:what did 0.09; q:what do -0.05
q:what was 0.06; q:what would -0.12; q:when  -0.10; q:you 0.19; s:# and 0.17; s:# and you 0.18
s:* 0.07; s:* i 0.16; s:a -0.08; s:are 0.17; s:are you 0.20; s:are you comfortable 0.08
s:are you in 0.06; s:are you interested -0.19; s:can 0.45; s:can i * 0.08; s:can we 0.37
s:can we * 0.37; s:can you * 0.03; s:could 0.49; s:could you 0.31; s:did -0.34; s:did you -0.27
s:do -0.10; s:do you ever -0.02; s:do you have -0.35; s:do you think 0.01; s:do you want 0.31
s:have -0.08; s:have you -0.04; s:he -0.02; s:how 0.33; s:how about 0.43; s:how about # 0.17
s:how about i 0.15; s:how much 0.54; s:how much do 0.01; s:how much of 0.04; s:how much would 0.42
s:i -0.57; s:i * -0.08; s:i am -0.09; s:i like it 0.01; s:i will -0.11; s:i would 0.09
s:i would like 0.03; s:if 0.22; s:if i 0.29; s:if i * 0.09; s:if i got 0.11; s:if somebody 0.04
s:if somebody * 0.04; s:if we 0.04; s:if we *ed 0.04; s:if you -0.36; s:is -0.05; s:it -0.13
s:it does 0.11; s:it does not 0.18; s:it is -0.26; s:of 0.11; s:of * 0.11; s:please 0.25
s:please think 0.18; s:please think about 0.18; s:that -0.14; s:the -0.06; s:the * -0.14
s:there is a 0.03; s:two * for 0.01; s:we are *ing 0.06; s:what * 0.02; s:what do -0.09
s:what do you -0.03; s:what if 0.31; s:what if i 0.11; s:what if it 0.06; s:what would it 0.09
s:what would you -0.07; s:when -0.22; s:why 0.08; s:why not 0.17; s:why not * 0.18; s:will 0.41
s:will you 0.30; s:will you * 0.19; s:will you be -0.09; s:would 0.58; s:would it be 0.07
s:would next 0.16; s:would next week 0.16; s:would one 0.15; s:would one * 0.15; s:would you 0.19
s:would you * 0.18; s:would you be -0.04; s:would you come 0.08; s:would you do 0.09
s:would you like -0.05; s:would you rather -0.14; s:you -0.74; share -0.24; taken -0.13
turned 0.23; w:10 0.01; w:a 0.34; w:about -0.45; w:again -0.03; w:ahead 0.31; w:all -0.42
w:am -0.34; w:and 0.15; w:animal 0.10; w:any -0.02; w:anything -0.15; w:are -0.15; w:ask 0.16
w:asking 0.03; w:at -0.50; w:back -0.33; w:bag 0.13; w:be -0.09; w:before 0.01; w:better -0.10
w:bit -0.11; w:book 0.01; w:both 0.06; w:can 0.13; w:cents 0.11; w:chance 0.17; w:charity -0.03
w:children 0.01; w:come 0.26; w:comfortable 0.16; w:consider 0.48; w:could 0.45; w:count 0.22
w:counts 0.18; w:course 0.10; w:day -0.48; w:deal 0.68; w:did -0.40; w:does -0.04; w:dollar 0.42
w:donate 0.88; w:donating 0.47; w:donation 0.32; w:down 0.32; w:dry 0.13; w:earn 0.05
w:euros 0.33; w:ever -0.15; w:every -0.41; w:explain -0.01; w:fast 0.06; w:feel -0.38
w:fifteen 0.10; w:fifty 0.28; w:for 0.55; w:found -0.03; w:free 0.32; w:friday 0.28; w:from -0.01
w:full 0.14; w:give 0.61; w:giving 0.05; w:go 0.09; w:going -0.32; w:had -0.31; w:have -0.95
w:he -0.33; w:hear -0.24; w:heard -0.12; w:hearing -0.25; w:help 0.04; w:here 0.24; w:him -0.02
w:if 0.23; w:in -0.26; w:information -0.10; w:interested -0.11; w:invite 0.14; w:is -0.76
w:it -0.04; w:january 0.03; w:keep 0.02; w:kids -0.06; w:know -0.61; w:lantern 0.15
w:lanterns 0.33; w:last -0.37; w:like -0.21; w:little -0.22; w:live -0.06; w:long -0.10
w:look -0.42; w:me -0.21; w:meet 0.14; w:middle 0.10; w:month 0.40; w:months -0.02; w:more -0.41
w:most -0.13; w:move -0.15; w:moved 0.03; w:much 0.38; w:my -0.28; w:name 0.02; w:next 0.38
w:no -0.25; w:not -0.35; w:on -0.23; w:one 0.28; w:online 0.09; w:or -0.92; w:other -0.41
w:paperwork 0.01; w:pay -0.12; w:pencil 0.08; w:people -0.53; w:percent 0.07; w:picture -0.04
w:please 0.62; w:possible 0.12; w:put 0.31; w:questions -0.03; w:raising 0.11; w:rather -0.33
w:reckon 0.04; w:recommend 0.09; w:rope 0.33; w:sat 0.04; w:saturday 0.08; w:save 0.22
w:see -0.85; w:seeing -0.04; w:send 0.03; w:shall 0.88; w:shared 0.17; w:she -0.30; w:shelter 0.10
w:should -0.21; w:sign 0.38; w:signature 0.07; w:signed 0.08; w:sixty 0.16; w:smaller 0.10
w:some -0.09; w:somebody 0.16; w:someone -0.03; w:something -0.12; w:spell -0.02; w:spend -0.05
w:start 0.32; w:stove 0.33; w:suit 0.16; w:sure 0.01; w:take 0.58; w:task 0.10; w:tell -0.56
w:ten 0.40; w:text 0.07; w:than -0.13; w:thank -0.09; w:that -0.02; w:the 0.17; w:them 0.02
w:there -0.02; w:they -0.38; w:things -0.17; w:think 0.32; w:this 0.50; w:through -0.33
w:time -0.12; w:to 0.08; w:today 0.48; w:told -0.01; w:too 0.27; w:took 0.05; w:track 0.07
w:trial 0.14; w:twelve 0.26; w:two 0.62; w:until 0.30; w:up -0.19; w:version 0.09; w:ward 0.18
w:was -0.11; w:way -0.12; w:we 0.51; w:week 0.47; w:were -0.11; w:what -0.40; w:when -0.31
w:where -0.29; w:while 0.01; w:who -0.23; w:willing 0.53; w:with -0.12; w:without 0.11
w:would 0.56; w:write 0.25; w:your -0.10; w:yours 0.06; who: -1.04; who:i -1.22; who:you -0.36
who:youi 0.49
"""
