"""Learned weights of ``commitment``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.99, 1.022, -0.668)
WEIGHTS = """
after ask -0.14; after question -0.80; b:# * 0.29; b:# *ed 0.17; b:# a 0.29; b:# off 0.06
b:# to -0.01; b:* # -0.19; b:* * 0.11; b:* *ed -0.35; b:* *ing -0.17; b:* @day 0.15; b:* a -0.24
b:* and 0.24; b:* as -0.16; b:* be 0.12; b:* can 0.20; b:* for 0.09; b:* i 0.25; b:* if -0.27
b:* like -0.10; b:* me 0.14; b:* next 0.07; b:* of -0.33; b:* on 0.02; b:* or -0.36
b:* right 0.02; b:* that 0.16; b:* this 0.15; b:* today 0.62; b:* too 0.17; b:* two 0.05
b:* up -0.08; b:* we 0.01; b:* what -0.01; b:* will -0.15; b:* with -0.30; b:* without 0.02
b:* would -0.03; b:* your 0.04; b:*ed * -0.12; b:*ed by 0.07; b:*ed with 0.14; b:*ing * 0.18
b:*ing a 0.10; b:*ing how -0.03; b:*ing one 0.18; b:*ing to 0.15; b:*ing why -0.07
b:@day for 0.09; b:@feel to 0.03; b:a * 0.58; b:a go 0.26; b:a little -0.11; b:a part 0.02
b:about # 0.11; b:about * -0.05; b:about *ing 0.14; b:about a -0.24; b:about i 0.14
b:about it -0.01; b:and * 0.18; b:and the 0.09; b:and you 0.21; b:and your 0.05
b:another day -0.05; b:are * -0.14; b:are here 0.12; b:are you 0.04; b:ask if 0.19
b:asking them 0.07; b:be * -0.03; b:be a 0.16; b:be possible 0.11; b:be willing 0.44
b:been there 0.14; b:by * 0.04; b:can * -0.19; b:can i 0.03; b:can we 0.59; b:can you 0.01
b:come for 0.09; b:comfortable asking 0.07; b:consider *ing 0.09; b:consider a 0.24
b:could come 0.09; b:could i 0.22; b:could you 0.33; b:did two 0.15; b:did you -0.46
b:do not -0.14; b:do that 0.52; b:do you -0.14; b:does not 0.03; b:every * -0.10; b:for # 0.27
b:for *ing -0.30; b:for a 0.07; b:for an 0.09; b:for it -0.08; b:for the 0.32; b:for this 0.19
b:for you 0.34; b:from your 0.01; b:get it 0.08; b:give a 0.07; b:give something 0.02
b:give that 0.18; b:give them 0.10; b:go * 0.25; b:go this 0.05; b:go through -0.13; b:got a 0.11
b:got it 0.03; b:have a -0.02; b:have been 0.04; b:have you -0.14; b:her the 0.15
b:here please 0.10; b:how about 0.43; b:how are -0.03; b:how much 0.57; b:i * 0.20; b:i am -0.31
b:i did 0.10; b:i do -0.19; b:i go 0.17; b:i got 0.07; b:i keep 0.11; b:i put 0.27; b:i take 0.13
b:i wanted 0.01; b:i will -0.48; b:if i 0.37; b:if it 0.09; b:if somebody 0.05; b:if you -0.12
b:in may 0.06; b:in the -0.06; b:in until 0.11; b:is # 0.37; b:it * 0.03; b:it *ed 0.06
b:it @feel 0.04; b:it a 0.09; b:it be 0.03; b:it does 0.08; b:it take 0.03; b:it to -0.36
b:it today -0.01; b:it will 0.01; b:it with -0.13; b:join us 0.03; b:just the 0.09
b:keep you 0.10; b:last one -0.02; b:like me -0.08; b:like to 0.33; b:little more -0.02
b:look at -0.16; b:make it 0.15; b:more for -0.02; b:much * -0.13; b:much do 0.01; b:much of 0.11
b:much would 0.42; b:my * -0.26; b:next to 0.09; b:next week 0.16; b:not go 0.16; b:of *ing 0.11
b:of the -0.40; b:of what 0.10; b:of yours 0.11; b:on * -0.33; b:on a -0.09; b:one * 0.37
b:one as 0.01; b:one for 0.12; b:other * -0.32; b:part of 0.01; b:people * -0.09
b:please consider 0.14; b:please think 0.18; b:possible to 0.01; b:put that 0.12; b:ready to 0.04
b:recommend you 0.09; b:right here 0.19; b:see a -0.09; b:some * -0.16; b:somebody else 0.11
b:start to 0.04; b:start with 0.30; b:sure you 0.08; b:take * 0.13; b:take for 0.11
b:take the 0.10; b:take two 0.04; b:talk in 0.06; b:thank you -0.08; b:that * -0.24
b:that @feel 0.12; b:that a 0.14; b:that in 0.09; b:that one 0.32; b:that while 0.02; b:the * 0.01
b:the last -0.07; b:the other -0.24; b:the start 0.05; b:the talk 0.06; b:the whole 0.03
b:them a 0.10; b:them for 0.06; b:think about 0.12; b:think you 0.37; b:this * 0.08
b:this one 0.18; b:this week 0.24; b:through it -0.08; b:to * 0.40; b:to *ing -0.08
b:to @day 0.05; b:to another -0.04; b:to ask 0.39; b:to be -0.44; b:to do 0.08; b:to give 0.35
b:to go -0.08; b:to hear -0.02; b:to know -0.04; b:to look -0.17; b:to make 0.23; b:to see -0.24
b:to show 0.12; b:to start 0.10; b:to the 0.46; b:to you -0.06; b:today and 0.12; b:two # 0.06
b:two of 0.12; b:until @day 0.28; b:us for 0.12; b:want to 0.05; b:was just 0.14; b:we * 0.70
b:we *ed 0.01; b:we agree 0.01; b:we have -0.02; b:we put 0.12; b:week * 0.23; b:what do -0.17
b:what if 0.37; b:what it -0.06; b:what would -0.05; b:what you 0.30; b:whole time 0.05
b:why not 0.18; b:why people -0.06; b:will * -0.33; b:will you 0.59; b:willing to 0.54
b:with # 0.06; b:with a 0.23; b:with somebody 0.10; b:with the -0.36; b:with you -0.38
b:without * 0.26; b:would be 0.04; b:would give 0.06; b:would it 0.19; b:would next 0.16
b:would one 0.15; b:would you 0.25; b:you about -0.09; b:you are -0.13; b:you be -0.04
b:you can -0.45; b:you come 0.07; b:you comfortable 0.07; b:you consider 0.01; b:you could 0.05
b:you do 0.57; b:you ever -0.11; b:you feel -0.10; b:you give 0.03; b:you help 0.17
b:you how 0.18; b:you in 0.41; b:you interested -0.26; b:you join 0.03; b:you know -0.30
b:you like -0.06; b:you make 0.01; b:you rather -0.14; b:you some -0.13; b:you sure 0.11
b:you take 0.59; b:you the 0.33; b:you think 0.27; b:you today -0.07; b:you want 0.13
b:you would 0.15; b:your * -0.05; bias -1.35; clause after -0.48; concern -0.15; disagrees -0.35
e:# -0.13; e:* -0.11; e:*ed -0.15; e:*ing -0.01; e:@day 0.17; e:come 0.05; e:day -0.15
e:else 0.17; e:first 0.18; e:go 0.18; e:help 0.24; e:here 0.07; e:it -0.32; e:may 0.06
e:please 0.02; e:that -0.04; e:think 0.14; e:today 0.38; e:too 0.14; e:try 0.03; e:two 0.19
e:week 0.01; e:you -0.20; e:yours 0.10; ends bare -0.32; ends mark 0.17; ends raw -0.48
ends stop -1.57; first -0.63; heard:0 0.14; heard:1 -0.50; heard:12 -0.56; heard:18 -0.52
heard:2 -0.04; heard:28 -0.48; heard:3 -0.23; heard:5 0.24; heard:8 0.04; heard:more -0.06
k:# 0.64; k:* -0.14; k:*ed -0.08; k:*ing -0.37; k:@day 0.20; k:@feel -0.12; l:great 0.05
l:hi -0.02; l:then 0.26; last -0.39; later -0.93; mostly taken -0.69; n:1 -0.71; n:18 -0.04
n:2 -0.31; n:28 -0.21; n:3 -0.08; n:5 -0.52; n:8 -0.07; nod -0.49; p:amount 0.63
p:asks_word -0.40; p:asks_you -0.44; p:but -0.09; p:clause -0.06; p:commits 1.51; p:echoes -0.56
p:explain -0.25; p:fact 0.40; p:informs -0.56; p:inverted 0.65; p:no -0.11; p:opens_inverted 0.63
p:own -0.02; p:reflects_inside -0.16; p:refuses -0.09; p:you -0.13; q:how  -0.04; q:how about 0.36
q:how would 0.23; q:what  -0.01; q:what did 0.10; q:what do -0.02; q:what was 0.06
q:what would -0.11; q:when  -0.11; q:you 0.18; s:# and 0.18; s:# and you 0.18; s:* 0.06
s:* i 0.17; s:a -0.05; s:are 0.17; s:are you 0.20; s:are you comfortable 0.07; s:are you in 0.06
s:are you interested -0.19; s:can 0.47; s:can i * 0.08; s:can we 0.37; s:can we * 0.37
s:can you * 0.03; s:could 0.49; s:could you 0.30; s:could you * -0.01; s:did -0.34
s:did you -0.27; s:do -0.10; s:do you have -0.37; s:do you think 0.02; s:do you want 0.32
s:have -0.09; s:have you -0.05; s:how 0.37; s:how about 0.43; s:how about # 0.17
s:how about i 0.15; s:how much 0.55; s:how much do 0.04; s:how much of 0.05; s:how much would 0.40
s:i -0.56; s:i * -0.09; s:i am -0.09; s:i like it 0.01; s:i will -0.10; s:i would 0.07
s:i would like 0.02; s:if 0.22; s:if i 0.28; s:if i * 0.09; s:if i got 0.11; s:if somebody 0.05
s:if somebody * 0.05; s:if we 0.04; s:if we *ed 0.05; s:if you -0.35; s:is -0.02; s:it -0.14
s:it does 0.12; s:it does not 0.18; s:it is -0.27; s:of 0.11; s:of * 0.11; s:please 0.26
s:please think 0.18; s:please think about 0.18; s:that -0.13; s:the -0.08; s:the * -0.14
s:there is a 0.04; s:two * for 0.01; s:we are *ing 0.06; s:what * 0.04; s:what do -0.07
s:what if 0.31; s:what if i 0.11; s:what if it 0.06; s:what would it 0.02; s:what would you -0.01
s:when -0.20; s:why 0.05; s:why not 0.18; s:why not * 0.19; s:will 0.41; s:will you 0.30
s:will you * 0.19; s:will you be -0.08; s:would 0.56; s:would it be 0.06; s:would next 0.16
s:would next week 0.16; s:would one 0.15; s:would one * 0.15; s:would you 0.16; s:would you * 0.21
s:would you be -0.03; s:would you come 0.08; s:would you do 0.08; s:would you like -0.03
s:would you rather -0.12; s:you -0.75; share -0.31; taken -0.12; turned 0.25; w:10 0.02; w:a 0.30
w:about -0.46; w:ahead 0.31; w:all -0.42; w:am -0.34; w:and 0.11; w:animal 0.11; w:any -0.04
w:anything -0.16; w:are -0.15; w:ask 0.16; w:asking 0.02; w:at -0.49; w:back -0.35; w:bag 0.14
w:be -0.04; w:before 0.02; w:better -0.11; w:bit -0.06; w:book 0.01; w:both 0.06; w:can 0.13
w:cents 0.11; w:chance 0.17; w:charity -0.03; w:children 0.01; w:come 0.27; w:comfortable 0.16
w:consider 0.48; w:could 0.43; w:count 0.21; w:counts 0.18; w:course 0.10; w:day -0.50
w:deal 0.68; w:did -0.39; w:does -0.03; w:dollar 0.43; w:donate 0.89; w:donating 0.47
w:donation 0.36; w:down 0.30; w:dry 0.14; w:earn 0.05; w:euros 0.34; w:ever -0.12; w:every -0.40
w:fast 0.06; w:feel -0.36; w:fifteen 0.09; w:fifty 0.30; w:food 0.01; w:for 0.56; w:found -0.03
w:four -0.07; w:free 0.30; w:friday 0.28; w:from -0.08; w:full 0.13; w:give 0.53; w:giving 0.05
w:go 0.10; w:going -0.29; w:had -0.31; w:have -0.96; w:he -0.36; w:hear -0.24; w:heard -0.12
w:hearing -0.24; w:help 0.03; w:here 0.24; w:him -0.02; w:if 0.23; w:in -0.23; w:information -0.10
w:interested -0.09; w:invite 0.14; w:is -0.77; w:it -0.05; w:january 0.04; w:keep 0.02
w:kids -0.07; w:know -0.60; w:lantern 0.15; w:lanterns 0.34; w:last -0.32; w:like -0.17
w:little -0.21; w:live -0.06; w:long -0.08; w:look -0.41; w:me -0.20; w:meet 0.14; w:middle 0.10
w:month 0.39; w:more -0.40; w:most -0.12; w:move -0.15; w:moved 0.04; w:much 0.41; w:my -0.27
w:name 0.02; w:next 0.39; w:no -0.28; w:not -0.45; w:on -0.21; w:one 0.18; w:online 0.10
w:or -0.95; w:other -0.40; w:pay -0.13; w:pencil 0.08; w:people -0.54; w:percent 0.07
w:picture -0.02; w:please 0.62; w:possible 0.13; w:put 0.31; w:questions -0.02; w:raising 0.10
w:rather -0.32; w:reckon 0.05; w:recommend 0.09; w:rope 0.34; w:sat 0.04; w:saturday 0.07
w:save 0.23; w:say -0.18; w:see -0.87; w:seeing -0.05; w:send 0.03; w:shall 0.89; w:shared 0.18
w:she -0.29; w:shelter 0.10; w:should -0.18; w:sign 0.38; w:signature 0.06; w:signed 0.07
w:six -0.07; w:sixty 0.16; w:small 0.01; w:smaller 0.10; w:some -0.07; w:somebody 0.16
w:someone -0.02; w:something -0.11; w:spell -0.03; w:spend -0.04; w:start 0.32; w:stove 0.33
w:suit 0.16; w:sure 0.01; w:take 0.55; w:task 0.11; w:tell -0.53; w:ten 0.37; w:text 0.07
w:than -0.10; w:thank -0.08; w:that -0.01; w:the 0.18; w:them 0.03; w:there -0.01; w:they -0.34
w:things -0.17; w:think 0.28; w:this 0.50; w:through -0.33; w:time -0.09; w:to 0.08; w:today 0.49
w:told -0.02; w:too 0.27; w:took 0.05; w:track 0.07; w:trial 0.13; w:twelve 0.27; w:two 0.61
w:until 0.29; w:up -0.16; w:version 0.09; w:ward 0.18; w:was -0.09; w:way -0.12; w:we 0.50
w:week 0.49; w:were -0.10; w:what -0.40; w:when -0.31; w:where -0.26; w:while 0.01; w:who -0.19
w:whole 0.01; w:willing 0.54; w:with -0.11; w:without 0.12; w:would 0.55; w:write 0.24
w:your -0.11; w:yours 0.07; who: -1.04; who:i -1.20; who:you -0.37; who:youi 0.50
"""
