"""Learned weights of ``reflection``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.203, 0.942, -0.178)
WEIGHTS = """
after ask -1.45; after question -2.39; b:# # -0.37; b:# * -0.04; b:# a -0.20; b:# and -0.18
b:# for -0.05; b:# in 0.01; b:# of 0.30; b:# so 0.06; b:# that -0.10; b:* * -0.25; b:* *ed -0.17
b:* *ing 0.31; b:* @day -0.11; b:* @feel -0.03; b:* all -0.35; b:* are -0.27; b:* at -0.11
b:* away 0.31; b:* being 0.11; b:* but 0.08; b:* by -0.26; b:* can -0.02; b:* could 0.03
b:* feels 0.26; b:* for -0.48; b:* from -0.17; b:* getting 0.06; b:* going 0.13; b:* i 0.40
b:* if -0.26; b:* in -0.43; b:* is -0.10; b:* it -0.30; b:* like -0.33; b:* next -0.14
b:* not 0.01; b:* of -0.27; b:* okay 0.14; b:* one -0.33; b:* out 0.17; b:* over 0.19
b:* really 0.06; b:* say -0.04; b:* so 0.10; b:* than -0.18; b:* that -0.20; b:* the 0.43
b:* then -0.03; b:* there 0.17; b:* they -0.02; b:* things -0.15; b:* through -0.07
b:* time -0.27; b:* today -0.07; b:* us 0.07; b:* was 0.05; b:* well -0.07; b:* what 0.11
b:* when 0.41; b:* will 0.02; b:* you -0.11; b:*ed at -0.06; b:*ed for -0.23; b:*ed how -0.08
b:*ed in 0.25; b:*ed the 0.21; b:*ed to -0.54; b:*ed up 0.64; b:*ed you 0.23; b:*ing for 0.23
b:*ing in -0.02; b:*ing on -0.08; b:*ing that 0.13; b:*ing there 0.12; b:*ing to 0.02
b:*ing what 0.30; b:*ing you 0.13; b:@day @day 0.05; b:@day is 0.09; b:@feel about 0.06
b:@feel and 0.18; b:@feel in 0.07; b:@feel it 0.46; b:@feel people -0.09; b:@feel too 0.06
b:@feel work -0.03; b:@feel you -0.41; b:a # -0.41; b:a * -0.29; b:a @feel 0.03; b:a big 0.13
b:a few 0.11; b:a good -0.10; b:a lot -0.05; b:a matter 0.02; b:a part 0.21; b:a week -0.37
b:a whole 0.31; b:about * -0.03; b:about her 0.21; b:about it -0.13; b:about that 0.06
b:after all 0.27; b:all * 0.16; b:all of -0.27; b:all right -0.14; b:all that 0.02; b:all the 0.22
b:almost by 0.11; b:always be 0.14; b:am *ing 0.25; b:am not -0.29; b:am sure 0.14; b:an * -0.13
b:and # -0.17; b:and @feel 0.06; b:and it 0.04; b:and maybe 0.05; b:and not -0.06; b:and see -0.18
b:and the 0.06; b:and then 0.19; b:and you 0.10; b:and your -0.04; b:any * -0.03; b:any time -0.02
b:are *ing 0.09; b:are @feel 0.34; b:are a -0.24; b:are doing 0.07; b:are feeling -0.18
b:are going -0.11; b:are just -0.03; b:are not 0.26; b:are on 0.16; b:are very -0.12
b:are you -0.30; b:as well 0.35; b:at all -0.18; b:at any -0.04; b:at home 0.21; b:at the 0.09
b:away at 0.02; b:away no 0.17; b:be * 0.38; b:be *ed -0.28; b:be @feel -0.04; b:be any 0.19
b:be far 0.02; b:be over 0.10; b:be someone 0.04; b:be willing -0.14; b:because they 0.30
b:been on 0.03; b:being * 0.02; b:being *ed 0.35; b:better make -0.04; b:bit @feel 0.06
b:bit of 0.30; b:but the 0.08; b:by the -0.26; b:by then 0.06; b:by when -0.08; b:can always -0.04
b:can hear 0.02; b:can not 0.15; b:can understand 0.19; b:could * 0.29; b:could do 0.08
b:could go -0.15; b:day okay 0.17; b:do # -0.14; b:do you -0.85; b:does @feel -0.10
b:does feel 0.08; b:does it -0.07; b:does that -0.04; b:doing it 0.14; b:done it -0.03
b:enough * 0.16; b:enough of 0.03; b:even do 0.02; b:even know 0.05; b:everything * 0.06
b:everything in -0.03; b:everything you 0.03; b:far away 0.15; b:feel @feel 0.09; b:feel it 0.10
b:feel really 0.08; b:feel what 0.02; b:feel you -0.05; b:feels * 0.04; b:feels like 0.15
b:for * -0.43; b:for *ing -0.29; b:for a -0.30; b:for it -0.02; b:for the -0.23; b:for you 0.77
b:from # 0.07; b:from the -0.11; b:get a -0.07; b:get home 0.13; b:get in 0.19; b:gets when 0.09
b:getting * 0.05; b:getting much 0.07; b:getting you 0.02; b:give up 0.01; b:give you -0.25
b:go * -0.31; b:go without 0.15; b:going * 0.24; b:going to -0.33; b:good * -0.05
b:good enough -0.01; b:got a 0.07; b:got in 0.02; b:got nothing 0.19; b:had a 0.14; b:had no 0.01
b:had to 0.14; b:had you -0.03; b:happened almost 0.11; b:has to -0.04; b:have a -0.22
b:have already 0.04; b:have been 0.10; b:have done -0.03; b:have got -0.17; b:have had 0.53
b:have that 0.03; b:have they 0.14; b:have to -0.56; b:have you -0.44; b:he * -0.08
b:he does 0.10; b:he is 0.03; b:hear the 0.01; b:his * 0.13; b:home and 0.13; b:how * -0.25
b:how much 0.08; b:i can 0.52; b:i imagine 0.12; b:i know -0.18; b:i like 0.04; b:idea of 0.11
b:if those 0.14; b:if you -0.29; b:imagine your 0.12; b:in @day -0.11; b:in from 0.07
b:in it 0.05; b:in my 0.11; b:in the -0.01; b:in there 0.11; b:in you 0.12; b:instead of 0.03
b:is * -0.17; b:is *ing 0.09; b:is @feel -0.09; b:is a 0.08; b:is been 0.14; b:is everything 0.01
b:is going -0.06; b:is it -0.48; b:is like -0.11; b:is looking 0.05; b:is more 0.03; b:is no 0.26
b:is not 0.01; b:is off 0.02; b:is okay -0.06; b:is on -0.14; b:is only 0.14; b:is still 0.16
b:is that -0.14; b:is the -0.20; b:is there -0.05; b:is too 0.05; b:is what 0.27; b:is your -0.13
b:it * 0.13; b:it *ed 0.01; b:it all 0.10; b:it as 0.09; b:it at -0.11; b:it feels 0.27
b:it for 0.04; b:it gets 0.44; b:it goes 0.21; b:it happened 0.16; b:it in 0.01; b:it must 0.02
b:it says -0.11; b:it so -0.06; b:it to 0.10; b:it up -0.07; b:it was 0.12; b:it what 0.02
b:it with -0.03; b:it would 0.38; b:it you -0.32; b:just * -0.11; b:just *ing -0.06
b:just go 0.09; b:just have -0.09; b:just need 0.03; b:know the -0.14; b:know what -0.38
b:know where 0.04; b:know you 0.13; b:last * 0.05; b:least a -0.03; b:let it -0.08; b:let me 0.19
b:let us -0.30; b:let you 0.09; b:life got 0.09; b:like * 0.01; b:like *ing -0.14; b:like a 0.30
b:like it -0.05; b:like that -0.03; b:like the 0.12; b:like things 0.01; b:like this 0.12
b:like to 0.06; b:like you 0.04; b:look it -0.08; b:lot to 0.02; b:love to 0.05; b:make it 0.08
b:makes it 0.20; b:many * 0.07; b:matter of 0.02; b:maybe a 0.02; b:me see 0.07; b:means a 0.01
b:might * 0.23; b:more than 0.15; b:most * -0.14; b:much it 0.03; b:much of 0.07; b:must be 0.36
b:must have 0.12; b:my * -0.28; b:need the 0.13; b:need to -0.44; b:never * -0.04
b:new people 0.08; b:no * 0.25; b:no wonder 0.24; b:nobody on 0.05; b:not @feel -0.06
b:not enough 0.06; b:not even 0.09; b:not for 0.17; b:not good -0.02; b:not have -0.40
b:not here 0.06; b:not make 0.12; b:not much 0.05; b:not nothing -0.09; b:not one 0.35
b:not only 0.10; b:not see 0.02; b:not take 0.04; b:not think -0.01; b:not want 0.42
b:not what 0.28; b:not you 0.03; b:not your 0.14; b:nothing * 0.06; b:nothing you 0.03
b:of # 0.04; b:of * -0.57; b:of *ing 0.24; b:of a 0.50; b:of it 0.21; b:of people -0.36
b:of the 0.05; b:of yourself -0.04; b:off her 0.02; b:off okay 0.08; b:off you 0.10; b:on * 0.23
b:on a 0.11; b:on the -0.39; b:on when -0.10; b:one * -0.36; b:one in 0.05; b:one of -0.02
b:one thing 0.14; b:only # 0.13; b:only the 0.14; b:or a 0.18; b:other * -0.03; b:part of 0.43
b:people have -0.09; b:people in 0.03; b:people who 0.17; b:put in 0.23; b:put it -0.02
b:put them -0.12; b:put you 0.02; b:put your -0.04; b:really *ed 0.06; b:say if -0.01
b:saying it 0.12; b:see what 0.05; b:see yourself 0.06; b:she * 0.34; b:she is 0.33
b:should be -0.28; b:should have -0.01; b:since when 0.06; b:so @feel 0.21; b:so much -0.26
b:so the 0.03; b:so you 0.04; b:somebody makes 0.09; b:somebody who 0.06; b:someone you 0.04
b:something about 0.02; b:something at 0.15; b:sorry you -0.01; b:sound *ed 0.04; b:still not 0.01
b:take care -0.01; b:take his 0.10; b:take your -0.16; b:tell me -0.02; b:than a 0.08
b:than the 0.08; b:thank you -0.73; b:thanks for -0.04; b:that * 0.62; b:that for -0.18
b:that idea 0.04; b:that must 0.60; b:that that 0.09; b:that was 0.49; b:the @feel 0.07
b:the day 0.28; b:the first -0.06; b:the new -0.20; b:the next -0.04; b:the not 0.03
b:the one 0.17; b:the right -0.04; b:the same 0.09; b:the time 0.26; b:the way 0.12
b:the week 0.02; b:them in -0.12; b:then in -0.06; b:then you 0.10; b:there and 0.07
b:there as 0.18; b:there for 0.15; b:there it 0.05; b:there you -0.11; b:they * -0.41
b:they give 0.02; b:they have -0.16; b:they told 0.16; b:they were 0.14; b:they would 0.31
b:thing to 0.08; b:think about -0.08; b:think i 0.06; b:thinking about 0.16; b:this * -0.24
b:this be 0.19; b:this is -0.14; b:time like 0.02; b:to a -0.06; b:to ask -0.01; b:to do -0.23
b:to give -0.14; b:to her 0.04; b:to know 0.05; b:to look -0.01; b:to somebody 0.07; b:to you 0.05
b:told you 0.11; b:try that -0.16; b:two * -0.23; b:two of 0.02; b:two things -0.06
b:up your 0.18; b:used to 0.03; b:very * -0.16; b:want at -0.03; b:want to 0.03; b:wants to 0.10
b:was * 0.03; b:was *ed 0.05; b:was not 0.07; b:we are -0.11; b:we had -0.03; b:we have 0.11
b:we let 0.09; b:were * -0.13; b:what he 0.17; b:what i 0.01; b:what it 0.03; b:what matters 0.03
b:what see 0.10; b:what was -0.25; b:what would -0.03; b:what you 0.20; b:what your 0.08
b:when it 0.07; b:which * -0.17; b:willing to -0.20; b:with * -0.16; b:with everything -0.03
b:without * 0.09; b:without a 0.32; b:would * -0.15; b:would always 0.14; b:would better -0.04
b:would have 0.03; b:would like 0.32; b:would love 0.07; b:would not -0.24; b:would rather 0.29
b:would start 0.03; b:would take 0.09; b:would this 0.19; b:would you -0.18; b:you * -0.26
b:you *ed 0.02; b:you @feel 0.49; b:you at 0.12; b:you can -0.13; b:you do 0.11; b:you get 0.06
b:you go -0.25; b:you got 0.13; b:you he 0.05; b:you into 0.02; b:you know -0.28; b:you like 0.26
b:you need -0.38; b:you off 0.01; b:you on -0.11; b:you see 0.16; b:you should -0.58
b:you take -0.37; b:you the -0.05; b:you thought 0.01; b:you time 0.01; b:you wanted 0.18
b:you were -0.01; b:you will -0.45; b:you would 0.30; b:you you 0.17; b:your * -0.19
b:your day 0.02; b:your idea 0.23; b:your life 0.20; b:your mind 0.34; b:your time -0.20
bias -1.01; clause after 0.24; concern 0.14; disagrees -0.68; e:# -0.35; e:* -0.28; e:*ed 0.07
e:*ing 0.24; e:@day -1.09; e:@feel 0.05; e:again -0.07; e:and 0.01; e:day 0.17; e:did -0.02
e:done -0.02; e:few 0.01; e:go 0.10; e:good -0.08; e:her 0.42; e:home 0.26; e:idea 0.06; e:in 0.04
e:is -0.44; e:it -0.25; e:know -0.18; e:like -0.04; e:long -0.01; e:mind 0.10; e:most 0.09
e:much -0.36; e:no -0.43; e:nothing -0.04; e:off 0.01; e:one -0.67; e:over 0.27; e:right -0.15
e:see 0.07; e:start 0.10; e:suggest 0.05; e:that -0.62; e:there 0.31; e:to 0.04; e:today -0.29
e:too 0.13; e:up 0.16; e:week -0.08; e:well 0.11; e:where 0.05; e:with 0.02; e:without 0.12
e:wonder 0.10; e:yes -0.26; e:you 0.50; ends bare -0.09; ends mark -1.11; ends raw -0.19
ends stop -0.07; first -0.01; heard:0 -2.31; heard:1 -1.24; heard:12 0.53; heard:18 -0.37
heard:2 -0.42; heard:28 -1.18; heard:3 0.36; heard:5 0.57; heard:8 0.66; heard:more -1.64
k:# -0.50; k:* 0.07; k:*ed 0.40; k:*ing 0.14; k:@day -0.36; k:@feel 0.45; l:and 0.52; l:but -0.47
l:good -0.52; l:great -0.16; l:hi -0.14; l:no -0.83; l:now -0.11; l:okay -1.35; l:perfect -0.19
l:right -0.34; l:so 1.08; l:then -0.51; l:well -0.54; l:yeah -0.65; l:yes -0.37; last -0.14
later -1.59; mostly taken 0.08; n:1 -1.80; n:12 0.17; n:18 0.57; n:2 -1.74; n:28 -0.13; n:3 -0.67
n:5 -0.13; n:8 0.15; n:more -0.45; nod -1.41; p:amount 0.08; p:asks_word -0.16; p:asks_you -0.55
p:but -0.09; p:clause 0.13; p:commits -0.86; p:echoes -0.36; p:explain -0.44; p:inverted -0.79
p:no -0.08; p:opens_inverted -1.74; p:own -1.05; p:points_back 0.07; p:reflects 1.04
p:reflects_inside 0.32; p:refuses 0.15; p:worry 0.10; p:you 0.15; q:how  0.01; q:how did -0.10
q:how would -0.03; q:what  0.09; q:when about 0.02; q:when were -0.13; q:where does -0.09
q:where would 0.09; q:which  -0.04; q:who  0.43; q:why  -0.26; q:why would 0.15; q:you -0.10
s:# 0.17; s:# in 0.33; s:# in a 0.06; s:# in one 0.06; s:# to 0.03; s:# to # 0.03; s:* # 0.05
s:* # # 0.03; s:* * -0.03; s:* * *ing 0.09; s:* * and 0.02; s:* and * 0.06; s:* at 0.05
s:* getting 0.07; s:* getting much 0.07; s:* is 0.07; s:* is not 0.19; s:* of -0.10
s:* really 0.06; s:* really *ed 0.06; s:* what matters 0.16; s:* you 0.05; s:* you would 0.14
s:*ing for 0.11; s:*ing for your 0.11; s:@day 0.12; s:@day @day 0.10; s:@day @day is 0.10
s:@feel -0.06; s:@feel and 0.01; s:@feel and maybe 0.06; s:a 0.18; s:a # -0.08; s:a * 0.08
s:a * * 0.16; s:after 0.17; s:all -0.21; s:all right -0.02; s:any -0.05; s:are -0.01; s:at # 0.04
s:at # * 0.04; s:because they 0.17; s:being 0.11; s:by then 0.07; s:by then you 0.07
s:by your -0.09; s:by your * -0.09; s:can -0.03; s:do -0.63; s:do not -0.10; s:do you -0.13
s:every day 0.03; s:every day okay 0.17; s:going 0.04; s:going to 0.04; s:going to * 0.04
s:have -0.34; s:have you -0.17; s:he 0.22; s:he is 0.07; s:how -0.98; s:how do -0.05
s:how do you -0.03; s:i -0.83; s:i am 0.04; s:i am *ing 0.20; s:i am not -0.03; s:i am sure 0.14
s:i can hear 0.03; s:i do * 0.07; s:i do not -0.05; s:if -0.25; s:if you -0.15; s:in 0.01
s:is -0.83; s:is it -0.21; s:it 0.36; s:it * 0.06; s:it * out 0.05; s:it * the 0.21
s:it does -0.08; s:it does @feel -0.09; s:it feels 0.24; s:it feels like 0.04; s:it gets 0.04
s:it happened 0.16; s:it happened almost 0.11; s:it is * 0.09; s:it is more 0.28
s:it is that -0.21; s:it says -0.06; s:it would 0.11; s:it would have 0.13; s:its 0.21
s:let -0.12; s:let us -0.09; s:life 0.09; s:life got 0.09; s:life got in 0.09; s:maybe -0.05
s:my -0.36; s:my * -0.34; s:new 0.11; s:new * 0.12; s:new * new 0.08; s:no -0.29; s:nobody 0.14
s:nobody on 0.05; s:nobody on * 0.05; s:not 0.51; s:not much 0.05; s:not much of 0.09
s:not one 0.11; s:not one day 0.11; s:of -0.12; s:of * -0.12; s:okay -0.24; s:on 0.36; s:one 0.04
s:one * 0.13; s:one * *ing 0.01; s:saying 0.09; s:saying it 0.09; s:saying it to 0.09; s:she 0.06
s:she * 0.36; s:she * somebody 0.01; s:she is an 0.04; s:she is off 0.02; s:something 0.23
s:something about 0.02; s:something about the 0.02; s:take -0.21; s:take your -0.05
s:take your time -0.05; s:thank -0.43; s:thank you -0.43; s:thanks -0.24; s:that 0.08
s:that * 0.57; s:that * * 0.19; s:that * at 0.12; s:that * me 0.02; s:that could 0.01
s:that could work 0.01; s:that is -0.62; s:that is * -0.41; s:that is only 0.17
s:that is the -0.17; s:that must 0.35; s:that must have 0.12; s:that was 0.25; s:the 0.19
s:the * 0.28; s:the * * 0.04; s:the * again 0.04; s:the * just 0.13; s:the * means 0.05
s:the * one -0.14; s:the * to 0.02; s:there 0.23; s:there are not 0.04; s:there is 0.28
s:there is a 0.15; s:they 0.57; s:they * -0.04; s:this -0.20; s:to you 0.05; s:try -0.14
s:try that -0.11; s:try that for -0.11; s:two * is -0.20; s:we -0.01; s:what -1.97
s:what do -0.03; s:what is -0.49; s:what might -0.01; s:what was -0.28; s:what was going -0.07
s:what would -0.39; s:when -0.27; s:when you get 0.01; s:when you were -0.13; s:where -0.20
s:which -0.28; s:which * -0.08; s:who -0.05; s:why would 0.09; s:why would this 0.19
s:would -0.37; s:would you -0.10; s:you 0.84; s:you * 0.14; s:you * when 0.02; s:you *ed 0.25
s:you *ed * 0.05; s:you @feel 0.10; s:you are -0.04; s:you are *ing 0.02; s:you are @feel 0.34
s:you are a -0.36; s:you are doing 0.07; s:you are going -0.27; s:you are not 0.02
s:you are on 0.08; s:you can -0.28; s:you can * -0.25; s:you can look -0.05; s:you can not 0.32
s:you could do 0.11; s:you did not 0.08; s:you do 0.37; s:you do not 0.41; s:you got 0.15
s:you have -0.05; s:you have already 0.04; s:you have got -0.05; s:you have had 0.15
s:you have to -0.07; s:you just -0.16; s:you know the -0.13; s:you know you 0.06; s:you like 0.47
s:you like things 0.02; s:you need -0.20; s:you said 0.11; s:you see 0.09; s:you should -0.35
s:you should have -0.10; s:you take -0.02; s:you think 0.31; s:you think i 0.06
s:you were * -0.08; s:you will -0.25; s:you would be -0.03; s:you would better -0.04
s:you would like 0.33; s:you would love 0.09; s:you would not -0.11; s:you would rather 0.30
s:your 0.19; s:your * 0.01; s:your * * 0.02; share 0.96; taken 0.90; turned 0.78; w:a -0.12
w:about -0.05; w:afraid 0.06; w:after 0.04; w:afternoon 0.02; w:air 0.47; w:all -0.07
w:almost 0.06; w:already 0.08; w:an -0.20; w:and 0.72; w:angry 0.04; w:annoys 0.04; w:any -0.63
w:anymore 0.29; w:anything -0.44; w:apologise 0.06; w:are -0.12; w:arm -0.08; w:as 0.46
w:ashamed 0.11; w:ask -0.14; w:asked -0.44; w:at -0.14; w:awake 0.17; w:away 0.55; w:back 0.14
w:been 0.41; w:behind 0.17; w:being 0.49; w:best -0.14; w:better -0.44; w:bigger 0.06; w:bin -0.12
w:blood -0.34; w:book -0.04; w:both 0.26; w:break 0.22; w:brilliant -0.19; w:bring -0.18
w:broke 0.01; w:brown -0.11; w:brushing -0.10; w:burn -0.07; w:by -0.14; w:call -0.49; w:came 0.36
w:can -0.03; w:card 0.01; w:careful 0.07; w:charger -0.09; w:check 0.05; w:checked 0.07
w:child 0.02; w:chlorophyll 0.09; w:choice 0.09; w:city 0.08; w:clean 0.08; w:come -0.16
w:control -0.02; w:convinced 0.27; w:could 0.32; w:count 0.19; w:course -0.04; w:cup -0.04
w:day 0.34; w:days 0.08; w:decision -0.23; w:deep 0.06; w:deserve -0.15; w:determined 0.06
w:did -0.21; w:different 0.42; w:do -0.39; w:doctor -0.16; w:does -0.17; w:doing 0.28
w:done -0.20; w:dragon 0.22; w:drive 0.07; w:each -0.24; w:earn 0.09; w:easier 0.20; w:edge 0.26
w:eggs 0.05; w:else -0.09; w:embarrassing -0.24; w:enough 0.09; w:even 0.24; w:evenings 0.27
w:every -0.01; w:everything 0.06; w:everywhere 0.03; w:exactly -0.30; w:facts -0.14; w:fair -0.03
w:fall 0.03; w:family 0.23; w:fast -0.07; w:fee 0.01; w:feel 0.15; w:feels 0.63; w:few 0.09
w:fifteenth 0.02; w:fight 0.15; w:filled 0.06; w:fills 0.01; w:first -0.56; w:five -0.10
w:for -0.27; w:four 0.06; w:fresh 0.09; w:furious 0.07; w:gap 0.13; w:gave 0.02; w:gets 0.41
w:getting 0.40; w:give -0.51; w:given -0.06; w:go -0.44; w:goes 0.30; w:going -0.06; w:gone 0.33
w:good -0.39; w:great -0.37; w:group -0.18; w:guess 0.16; w:ha -0.11; w:had 0.49; w:half 0.24
w:hands 0.27; w:happen -0.06; w:happened 0.08; w:happens -0.06; w:hard 0.04; w:harder 0.24
w:has -0.18; w:have -0.56; w:he 0.19; w:hear 0.13; w:heard 0.02; w:hearing 0.26; w:help -0.18
w:helps -0.12; w:her 0.41; w:here -0.33; w:him 0.02; w:his 0.08; w:holds 0.09; w:home 0.54
w:hours -0.07; w:house 0.26; w:how -0.29; w:hundred -0.49; w:hungry 0.05; w:hurt -0.09
w:hurts 0.46; w:i -0.26; w:idea 0.49; w:if -0.39; w:ill -0.18; w:imagine 0.32; w:important -0.03
w:in 0.20; w:incredibly 0.05; w:instead 0.01; w:into 0.17; w:is -0.11; w:it 0.34; w:its 0.17
w:itself 0.23; w:just -0.38; w:kept 0.07; w:kidding -0.11; w:know -0.28; w:knowing 0.08
w:lady 0.04; w:lane 0.05; w:last 0.02; w:late 0.18; w:layers 0.10; w:leaflet -0.03; w:learn -0.05
w:leave 0.01; w:level 0.05; w:lewis -0.10; w:lie -0.02; w:life 0.32; w:like 0.26; w:living 0.05
w:long -0.11; w:longing 0.08; w:look -0.08; w:looks -0.26; w:lose 0.69; w:lot -0.07; w:lots -0.30
w:love 0.28; w:lovely -0.09; w:made 0.26; w:make -0.24; w:makes 0.11; w:mark 0.11; w:matter 0.16
w:matters 0.19; w:may -0.40; w:maybe -0.02; w:me -0.49; w:mean -0.26; w:meant -0.08; w:messed 0.15
w:mill 0.05; w:mind 0.21; w:minutes -0.10; w:miss 0.16; w:missing 0.48; w:moment 0.04
w:money 0.14; w:month -0.29; w:months 0.09; w:more 0.23; w:most -0.03; w:move 0.02; w:mum -0.01
w:must 0.72; w:my -0.28; w:name -0.19; w:need -0.32; w:needs 0.04; w:never -0.46; w:next -0.20
w:night 0.20; w:nine -0.15; w:no 0.14; w:nobody 0.10; w:nobody's 0.09; w:not 0.82; w:now 0.09
w:number -0.32; w:numbers -0.09; w:of 0.24; w:off 0.34; w:on -0.05; w:one -0.11; w:only 0.11
w:open -0.13; w:operation 0.06; w:or -0.19; w:oslo -0.08; w:other -0.17; w:ouch 0.08; w:out 0.06
w:over 0.45; w:painful 0.05; w:park -0.03; w:part 0.75; w:party 0.10; w:peace 0.43; w:people -0.22
w:person 0.28; w:phone -0.27; w:place 0.56; w:plans 0.14; w:plenty -0.07; w:pointless 0.15
w:practical 0.05; w:put -0.12; w:putting -0.06; w:queuing 0.11; w:quickly -0.05; w:quiet 0.37
w:rather 0.25; w:ready -0.02; w:real 0.01; w:remembering 0.05; w:right -0.56; w:risk 0.10
w:road 0.31; w:running -0.14; w:sadness 0.26; w:same 0.21; w:say -0.57; w:saying 0.28
w:says -0.20; w:scares 0.03; w:school -0.24; w:second -0.01; w:see 0.27; w:seems 0.36
w:send -0.04; w:sense -0.16; w:she 0.49; w:sheet -0.11; w:should -0.83; w:shown 0.07; w:side 0.34
w:simple -0.38; w:since 0.15; w:sitting 0.05; w:six -0.01; w:sixty -0.20; w:sleep 0.23
w:slowly -0.13; w:small 0.02; w:smile 0.02; w:so 0.43; w:socks 0.01; w:some 0.07; w:somebody 0.12
w:someone 0.08; w:something 0.54; w:sometimes -0.22; w:space 0.10; w:starting 0.02; w:stayed 0.04
w:step -0.07; w:stop -0.01; w:student -0.38; w:stuff -0.17; w:supposed -0.11; w:sure 0.22
w:surprised -0.11; w:table -0.13; w:take -0.29; w:takes 0.08; w:teeth -0.13; w:tell -0.25
w:telling 0.33; w:tells 0.02; w:than 0.04; w:thank -0.73; w:thanks -0.34; w:that 0.05; w:the 0.10
w:there 0.33; w:they 0.35; w:things -0.64; w:think -0.03; w:thinking 0.27; w:thirteenth 0.02
w:this -0.34; w:thousand -0.23; w:three 0.19; w:thursday -0.14; w:time -0.20; w:times 0.05
w:to -0.34; w:today -0.22; w:too 0.17; w:top 0.08; w:true 0.16; w:try -0.52; w:turned 0.17
w:twice 0.02; w:two -0.46; w:unin -0.31; w:unsure -0.42; w:up 0.46; w:upload -0.11; w:very -0.40
w:vitamins -0.03; w:walking -0.01; w:wants 0.17; w:was 0.63; w:watching 0.30; w:way 0.15
w:we -0.27; w:week -0.04; w:weeks -0.11; w:welcome -0.14; w:well 0.06; w:were -0.06; w:what 0.14
w:wheels 0.32; w:which -0.12; w:who 0.41; w:whole 0.13; w:wide 0.18; w:will -0.60; w:willing -0.20
w:with -0.28; w:without 0.78; w:wonder 0.47; w:word 0.25; w:words 0.18; w:work 0.07
w:working -0.23; w:works -0.25; w:worse 0.01; w:worth -0.47; w:would 0.28; w:write -0.41
w:wrong 0.09; w:year -0.06; w:yes -0.24; w:you -0.01; w:your -0.03; w:yourself 0.09; w:zero -0.32
who: -0.64; who:i -1.31; who:youi 0.03
"""
