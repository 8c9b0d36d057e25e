"""Learned weights of ``reflection``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.676, 0.954, -0.192)
WEIGHTS = """
after ask -1.47; after question -2.41; b:# # -0.35; b:# * -0.03; b:# a -0.21; b:# and -0.20
b:# for -0.05; b:# in 0.02; b:# of 0.31; b:# so 0.06; b:# that -0.10; b:* # 0.02; b:* * -0.24
b:* *ed -0.21; b:* *ing 0.30; b:* @day -0.12; b:* @feel -0.04; b:* all -0.37; b:* are -0.27
b:* at -0.09; b:* away 0.29; b:* being 0.11; b:* but 0.09; b:* by -0.28; b:* could 0.02
b:* feels 0.26; b:* for -0.40; b:* from -0.22; b:* getting 0.05; b:* going 0.12; b:* how 0.01
b:* i 0.37; b:* if -0.26; b:* in -0.44; b:* is -0.14; b:* it -0.22; b:* like -0.35; b:* next -0.14
b:* not 0.17; b:* of -0.16; b:* okay 0.14; b:* one -0.35; b:* out 0.15; b:* over 0.15
b:* really 0.07; b:* say -0.09; b:* so 0.13; b:* than -0.20; b:* that -0.22; b:* the 0.48
b:* then -0.03; b:* there 0.17; b:* they -0.05; b:* things -0.18; b:* through -0.10
b:* time -0.26; b:* today -0.08; b:* us 0.08; b:* was 0.04; b:* well -0.07; b:* what 0.13
b:* when 0.43; b:* will 0.02; b:* without 0.01; b:* you -0.10; b:*ed at -0.05; b:*ed for -0.24
b:*ed her -0.03; b:*ed how -0.08; b:*ed in 0.23; b:*ed the 0.20; b:*ed to -0.54; b:*ed up 0.64
b:*ed you 0.23; b:*ing * -0.03; b:*ing for 0.21; b:*ing in -0.01; b:*ing on -0.09
b:*ing that 0.12; b:*ing there 0.11; b:*ing what 0.32; b:*ing you 0.14; b:@day @day 0.05
b:@day is 0.09; b:@feel about 0.03; b:@feel and 0.17; b:@feel in 0.09; b:@feel it 0.47
b:@feel people -0.09; b:@feel too 0.06; b:@feel work -0.01; b:@feel you -0.40; b:a # -0.50
b:a * -0.26; b:a @feel 0.06; b:a big 0.12; b:a few 0.11; b:a good -0.07; b:a lot -0.03
b:a matter 0.02; b:a part 0.21; b:a week -0.35; b:a whole 0.31; b:about * -0.04; b:about her 0.20
b:about it -0.15; b:about that 0.06; b:after all 0.28; b:all * 0.15; b:all of -0.28
b:all right -0.16; b:all that 0.04; b:all the 0.23; b:almost by 0.10; b:always be 0.14
b:am *ing 0.46; b:am not -0.35; b:am sure 0.14; b:an * -0.12; b:and # -0.17; b:and @feel 0.05
b:and it 0.11; b:and maybe 0.06; b:and not -0.08; b:and see -0.15; b:and the 0.07; b:and then 0.20
b:and you 0.14; b:and your -0.03; b:any * -0.03; b:are *ing 0.09; b:are @feel 0.37; b:are a -0.24
b:are doing 0.08; b:are feeling -0.19; b:are going -0.11; b:are just -0.05; b:are not 0.27
b:are on 0.17; b:are very -0.10; b:are you -0.31; b:as well 0.34; b:at all -0.19; b:at any -0.01
b:at home 0.21; b:at the 0.10; b:away at 0.02; b:away no 0.17; b:be * 0.37; b:be *ed -0.29
b:be @feel -0.03; b:be any 0.19; b:be far 0.02; b:be over 0.10; b:be someone 0.04
b:be willing -0.15; b:because they 0.29; b:been on 0.01; b:being * 0.01; b:being *ed 0.37
b:better make -0.05; b:bit @feel 0.06; b:bit of 0.29; b:but the 0.08; b:by the -0.26
b:by then 0.05; b:by when -0.09; b:by yourself 0.05; b:can always -0.02; b:can hear 0.02
b:can not 0.16; b:can understand 0.18; b:could * 0.28; b:could do 0.10; b:could go -0.16
b:could try -0.17; b:could work 0.02; b:day okay 0.17; b:do # -0.16; b:do you -0.88
b:does @feel -0.11; b:does feel 0.07; b:does it -0.07; b:does that -0.03; b:doing it 0.14
b:done it -0.03; b:enough * 0.16; b:enough of 0.03; b:even do 0.01; b:even know 0.04
b:everything * 0.06; b:everything in -0.02; b:everything you 0.02; b:far away 0.15
b:feel @feel 0.12; b:feel it 0.11; b:feel really 0.07; b:feel what 0.01; b:feel you -0.04
b:feels * 0.04; b:feels like 0.18; b:for * -0.47; b:for *ing -0.27; b:for a -0.37; b:for it -0.04
b:for the -0.23; b:for you 0.72; b:from # 0.07; b:from the -0.12; b:get * -0.01; b:get a -0.08
b:get home 0.12; b:get in 0.19; b:gets when 0.08; b:getting * 0.05; b:getting much 0.07
b:getting you 0.02; b:give you -0.27; b:go * -0.34; b:go on -0.01; b:go without 0.15
b:going * 0.22; b:going to -0.33; b:good * -0.01; b:good enough -0.02; b:got a 0.08; b:got in 0.02
b:got nothing 0.19; b:had a 0.11; b:had enough 0.09; b:had to 0.11; b:had you -0.03
b:happened almost 0.10; b:has to -0.03; b:have a -0.30; b:have already 0.04; b:have been 0.08
b:have done -0.02; b:have got -0.16; b:have had 0.59; b:have that 0.03; b:have they 0.13
b:have to -0.61; b:have you -0.42; b:he * -0.12; b:he does 0.05; b:he had 0.01; b:he would 0.06
b:his * 0.22; b:home and 0.12; b:how * -0.26; b:how much 0.07; b:i am 0.07; b:i can 0.52
b:i imagine 0.12; b:i know -0.18; b:i like 0.05; b:idea of 0.10; b:if those 0.14; b:if you -0.28
b:imagine your 0.12; b:in @day -0.11; b:in from 0.07; b:in it 0.05; b:in my 0.09; b:in the -0.01
b:in there 0.10; b:in you 0.02; b:instead of 0.04; b:is * -0.12; b:is *ing 0.08; b:is @feel -0.21
b:is a 0.10; b:is been 0.10; b:is everything 0.01; b:is going -0.06; b:is great -0.04
b:is it -0.51; b:is like -0.10; b:is looking 0.07; b:is more 0.05; b:is no 0.25; b:is off 0.01
b:is okay -0.07; b:is on -0.14; b:is only 0.15; b:is seen 0.01; b:is still 0.16; b:is that -0.10
b:is the -0.10; b:is there -0.01; b:is too 0.05; b:is what 0.30; b:is your -0.13; b:it * 0.10
b:it all 0.11; b:it as 0.08; b:it at -0.10; b:it feels 0.29; b:it gets 0.43; b:it goes 0.21
b:it happened 0.15; b:it must 0.02; b:it says -0.12; b:it so -0.06; b:it to 0.06; b:it up -0.09
b:it was 0.14; b:it with -0.07; b:it would 0.35; b:it you -0.32; b:just * -0.11; b:just *ing -0.08
b:just go 0.09; b:just have -0.10; b:just need 0.03; b:know it 0.08; b:know the -0.14
b:know what -0.39; b:know where 0.03; b:know you 0.10; b:last * 0.06; b:least a -0.03
b:let it -0.08; b:let me 0.19; b:let us -0.30; b:let you 0.09; b:life got 0.09; b:like *ing -0.16
b:like a 0.29; b:like it -0.04; b:like that -0.01; b:like the 0.11; b:like things 0.02
b:like this 0.11; b:like to 0.07; b:like you 0.02; b:look it -0.08; b:lot to 0.02; b:love to 0.05
b:make it 0.08; b:makes it 0.21; b:many * 0.05; b:matter of 0.02; b:maybe a 0.03; b:me about -0.02
b:me see 0.07; b:means a 0.01; b:might * 0.23; b:might your -0.03; b:more than 0.17
b:most * -0.15; b:much it 0.03; b:much of 0.06; b:must be 0.37; b:must have 0.11; b:my * -0.30
b:need the 0.13; b:need to -0.47; b:never * -0.03; b:new people 0.07; b:no * 0.26
b:no wonder 0.25; b:nobody on 0.06; b:not * 0.03; b:not enough 0.05; b:not even 0.05
b:not for 0.15; b:not good -0.02; b:not have -0.41; b:not here 0.03; b:not make 0.10
b:not much 0.04; b:not nothing -0.09; b:not one 0.34; b:not only 0.09; b:not see 0.03
b:not so 0.01; b:not take 0.05; b:not want 0.47; b:not what 0.29; b:not you 0.02; b:not your 0.24
b:nothing * 0.06; b:nothing you 0.04; b:of # 0.03; b:of * -0.62; b:of *ing 0.23; b:of a 0.48
b:of it 0.29; b:of people -0.36; b:of yourself -0.04; b:off her 0.01; b:off okay 0.08
b:off you 0.10; b:on * 0.21; b:on a 0.12; b:on him 0.01; b:on the -0.39; b:on when -0.09
b:one * -0.34; b:one @feel 0.01; b:one in 0.11; b:one of -0.19; b:one thing 0.13; b:only # 0.14
b:only the 0.13; b:or a 0.18; b:other * -0.04; b:part of 0.43; b:people have -0.10
b:people in 0.03; b:people who 0.18; b:put in 0.23; b:put it -0.01; b:put them -0.12
b:put you 0.02; b:put your -0.05; b:really *ed 0.06; b:say if -0.04; b:saying it 0.14
b:see what 0.04; b:see yourself 0.06; b:seen a 0.01; b:she * 0.34; b:she is 0.34
b:should be -0.29; b:should have -0.01; b:since when 0.06; b:so @feel 0.21; b:so much -0.27
b:so the 0.02; b:so you 0.07; b:somebody makes 0.07; b:somebody who 0.08; b:someone you 0.03
b:something about 0.01; b:something at 0.15; b:something you 0.07; b:sorry you -0.02
b:sound *ed 0.05; b:take care -0.01; b:take his 0.09; b:take your -0.18; b:tell me -0.02
b:than a 0.09; b:than the 0.08; b:thank you -0.71; b:thanks for -0.03; b:that * 0.56
b:that for -0.15; b:that idea 0.05; b:that must 0.60; b:that that 0.08; b:that was 0.48
b:that without 0.01; b:that you -0.06; b:the @feel 0.07; b:the day 0.27; b:the first -0.14
b:the new -0.18; b:the next -0.03; b:the not 0.01; b:the one 0.16; b:the right -0.04
b:the same 0.07; b:the time 0.23; b:the way 0.12; b:them in -0.12; b:then in -0.06
b:then you 0.09; b:there and 0.08; b:there as 0.17; b:there for 0.15; b:there it 0.05
b:there you -0.10; b:they * -0.44; b:they have -0.16; b:they told 0.13; b:they were 0.12
b:they would 0.31; b:thing to 0.08; b:things here 0.09; b:think about -0.06; b:think he 0.10
b:think i 0.05; b:thinking about 0.16; b:this * -0.25; b:this be 0.19; b:this is -0.14
b:through your -0.01; b:time like 0.02; b:to a -0.08; b:to do -0.16; b:to give -0.11; b:to go 0.07
b:to her 0.04; b:to know 0.05; b:to look -0.05; b:to somebody 0.07; b:to you 0.02; b:told you 0.07
b:try that -0.13; b:two * -0.21; b:two of 0.01; b:two things -0.08; b:up your 0.18; b:used to 0.01
b:very * -0.16; b:want at -0.03; b:want to 0.12; b:wants to 0.11; b:was * 0.02; b:was *ed 0.06
b:was not 0.05; b:we are -0.12; b:we had -0.03; b:we have 0.11; b:we let 0.09; b:were * -0.12
b:what he 0.19; b:what i 0.13; b:what it 0.01; b:what matters 0.02; b:what see 0.10
b:what was -0.24; b:what would -0.04; b:what you 0.16; b:what your 0.07; b:when it 0.05
b:which * -0.18; b:who *ed 0.02; b:willing to -0.20; b:with * -0.20; b:with everything -0.02
b:without * 0.08; b:without a 0.33; b:would * -0.19; b:would always 0.14; b:would be -0.01
b:would better -0.05; b:would have 0.18; b:would like 0.30; b:would love 0.07; b:would not -0.26
b:would rather 0.25; b:would start 0.01; b:would take 0.08; b:would this 0.19; b:would you -0.19
b:you * -0.26; b:you *ed 0.02; b:you @feel 0.50; b:you at 0.12; b:you can -0.18; b:you do 0.13
b:you get 0.03; b:you go -0.25; b:you got 0.16; b:you he 0.05; b:you i 0.01; b:you into 0.02
b:you know -0.23; b:you like 0.28; b:you need -0.37; b:you on -0.10; b:you see 0.20
b:you should -0.59; b:you take -0.37; b:you than 0.04; b:you that -0.07; b:you the -0.05
b:you think 0.15; b:you time 0.02; b:you to -0.01; b:you wanted 0.20; b:you were -0.04
b:you will -0.44; b:you would 0.28; b:you you 0.18; b:your * -0.16; b:your day 0.02
b:your idea 0.21; b:your life 0.19; b:your mind 0.30; b:your time -0.21; bias -0.98
clause after 0.24; concern 0.14; disagrees -0.72; e:# -0.34; e:* -0.29; e:*ed 0.07; e:*ing 0.24
e:@day -1.14; e:@feel 0.06; e:again -0.08; e:better -0.02; e:day 0.13; e:done -0.01; e:go 0.08
e:good -0.06; e:her 0.40; e:home 0.25; e:idea 0.06; e:in 0.05; e:is -0.44; e:it -0.27
e:know -0.19; e:like -0.05; e:mind 0.10; e:most 0.11; e:much -0.37; e:no -0.14; e:nothing -0.04
e:off 0.05; e:one -0.72; e:over 0.21; e:right -0.16; e:see 0.06; e:something 0.11; e:start 0.11
e:suggest 0.05; e:that -0.64; e:there 0.29; e:to 0.02; e:today -0.28; e:too 0.12; e:up 0.16
e:week -0.12; e:well 0.10; e:where 0.05; e:whole 0.01; e:with 0.02; e:without 0.12; e:wonder 0.11
e:yes -0.25; e:you 0.54; e:yourself 0.11; ends bare -0.08; ends mark -1.13; ends raw -0.18
ends stop -0.06; heard:0 -2.37; heard:1 -1.23; heard:12 0.51; heard:18 -0.39; heard:2 -0.44
heard:28 -1.20; heard:3 0.31; heard:5 0.63; heard:8 0.65; heard:more -1.70; k:# -0.53; k:* 0.08
k:*ed 0.38; k:*ing 0.18; k:@day -0.32; k:@feel 0.46; l:and 0.54; l:but -0.47; l:good -0.56
l:great -0.17; l:hi -0.14; l:no -0.87; l:now -0.10; l:okay -1.42; l:perfect -0.17; l:right -0.35
l:so 1.06; l:sure -0.01; l:then -0.52; l:well -0.53; l:yeah -0.64; l:yes -0.45; last -0.12
later -1.54; mostly taken 0.10; n:1 -1.82; n:12 0.17; n:18 0.56; n:2 -1.76; n:28 -0.13; n:3 -0.61
n:5 -0.14; n:8 0.15; n:more -0.44; nod -1.40; p:amount 0.07; p:asks_word -0.17; p:asks_you -0.57
p:but -0.07; p:clause 0.14; p:commits -0.88; p:echoes -0.36; p:explain -0.46; p:inverted -0.75
p:opens_inverted -1.80; p:own -1.08; p:points_back 0.02; p:reflects 1.10; p:reflects_inside 0.36
p:refuses 0.12; p:worry 0.06; p:you 0.14; q:how did -0.08; q:how would -0.02; q:what  0.13
q:when about 0.02; q:when were -0.13; q:where does -0.09; q:where would 0.09; q:which  -0.05
q:who  0.40; q:why  -0.26; q:why would 0.15; q:you -0.09; s:# 0.17; s:# * 0.01; s:# in 0.34
s:# in a 0.05; s:# in one 0.08; s:# to 0.03; s:# to # 0.03; s:* # 0.04; s:* # # 0.02; s:* * -0.05
s:* * *ing 0.09; s:* * and 0.01; s:* and * 0.06; s:* at 0.06; s:* getting 0.07
s:* getting much 0.07; s:* is 0.09; s:* is not 0.20; s:* not 0.14; s:* of -0.11; s:* really 0.07
s:* really *ed 0.07; s:* the 0.14; s:* what matters 0.16; s:* you 0.03; s:* you would 0.14
s:*ing for 0.10; s:*ing for your 0.10; s:@day 0.11; s:@day @day 0.10; s:@day @day is 0.10
s:@feel and 0.01; s:@feel and maybe 0.06; s:a 0.12; s:a # -0.16; s:a * 0.06; s:a * * 0.14
s:after 0.15; s:all -0.21; s:all right -0.03; s:any -0.04; s:are -0.01; s:at # 0.03; s:at # * 0.03
s:because they 0.17; s:being 0.10; s:by then 0.07; s:by then you 0.07; s:by your -0.11
s:by your * -0.11; s:can -0.01; s:do -0.62; s:do not -0.11; s:do you -0.12; s:every day 0.04
s:every day okay 0.17; s:going 0.04; s:going to 0.04; s:going to * 0.04; s:have -0.34
s:have you -0.18; s:he 0.14; s:he is 0.04; s:he is seen 0.01; s:how -0.99; s:how do -0.08
s:how do you -0.06; s:i -0.80; s:i am 0.13; s:i am *ing 0.41; s:i am not -0.08; s:i am sure 0.14
s:i can hear 0.03; s:i do * 0.07; s:i do not -0.13; s:if -0.27; s:if you -0.15; s:is -0.78
s:is it -0.20; s:it 0.31; s:it * 0.08; s:it * out 0.04; s:it * the 0.21; s:it does -0.09
s:it does @feel -0.09; s:it feels 0.25; s:it feels like 0.06; s:it gets 0.03; s:it happened 0.15
s:it happened almost 0.10; s:it is * 0.06; s:it is more 0.29; s:it is that -0.21; s:it says -0.06
s:it would 0.08; s:it would have 0.11; s:its 0.18; s:just -0.01; s:let -0.13; s:let us -0.08
s:life 0.09; s:life got 0.09; s:life got in 0.09; s:maybe -0.08; s:most -0.03; s:my -0.37
s:my * -0.35; s:new 0.10; s:new * 0.12; s:new * new 0.07; s:no -0.40; s:nobody 0.15
s:nobody on 0.06; s:nobody on * 0.06; s:not 0.64; s:not much 0.04; s:not much of 0.08
s:not one 0.10; s:not one day 0.10; s:of -0.12; s:of * -0.12; s:okay -0.23; s:on 0.32; s:one 0.04
s:one * 0.13; s:saying 0.08; s:saying it 0.08; s:saying it to 0.08; s:she 0.05; s:she * 0.36
s:she * somebody 0.02; s:she is an 0.04; s:she is off 0.01; s:something 0.20
s:something about 0.01; s:something about the 0.01; s:take -0.22; s:take your -0.06
s:take your time -0.06; s:thank -0.44; s:thank you -0.44; s:thanks -0.23; s:that 0.06
s:that * 0.60; s:that * * 0.20; s:that * at 0.13; s:that * me 0.03; s:that could 0.02
s:that could work 0.02; s:that is -0.72; s:that is * -0.37; s:that is @feel -0.10
s:that is only 0.17; s:that is the -0.13; s:that is what 0.02; s:that must 0.35
s:that must have 0.11; s:that was 0.25; s:the 0.17; s:the * 0.26; s:the * * 0.04
s:the * again 0.04; s:the * just 0.13; s:the * means 0.06; s:the * one -0.14; s:the * to 0.02
s:there 0.22; s:there are not 0.04; s:there is 0.25; s:there is a 0.13; s:they 0.55
s:they * -0.02; s:this -0.21; s:to you 0.04; s:try -0.11; s:try that -0.08; s:try that for -0.08
s:two * is -0.19; s:what -1.92; s:what do -0.06; s:what is -0.54; s:what might -0.05
s:what might your -0.03; s:what was -0.27; s:what was going -0.07; s:what would -0.41
s:when -0.10; s:when * 0.05; s:when * * 0.05; s:when you were -0.13; s:where -0.19; s:which -0.28
s:which * -0.07; s:who -0.05; s:why would 0.06; s:why would this 0.19; s:with somebody 0.02
s:with somebody who 0.02; s:would -0.37; s:would you -0.10; s:you 0.81; s:you * 0.15
s:you * when 0.02; s:you *ed 0.27; s:you *ed * 0.06; s:you @feel 0.09; s:you are -0.02
s:you are *ing 0.05; s:you are @feel 0.36; s:you are a -0.37; s:you are doing 0.08
s:you are going -0.28; s:you are not 0.03; s:you are on 0.09; s:you can -0.23; s:you can * -0.23
s:you can look -0.04; s:you can not 0.32; s:you could do 0.12; s:you did not 0.06; s:you do 0.36
s:you do not 0.41; s:you got 0.16; s:you have -0.07; s:you have already 0.04; s:you have got -0.05
s:you have had 0.17; s:you have to -0.11; s:you just -0.16; s:you know the -0.13
s:you know you 0.05; s:you like 0.47; s:you like things 0.02; s:you need -0.20; s:you said 0.11
s:you see 0.12; s:you should -0.34; s:you should have -0.10; s:you take -0.03; s:you think 0.33
s:you think i 0.06; s:you want 0.02; s:you were * -0.09; s:you will -0.24; s:you would be -0.03
s:you would better -0.05; s:you would like 0.32; s:you would love 0.09; s:you would not -0.11
s:you would rather 0.31; s:your 0.18; s:your * 0.01; s:your * * 0.04; share 0.99; taken 0.95
turned 0.81; w:a -0.14; w:about -0.07; w:afraid 0.07; w:after 0.04; w:afternoon 0.03; w:air 0.45
w:all -0.08; w:almost 0.05; w:already 0.24; w:am 0.06; w:an -0.21; w:and 0.70; w:angry 0.03
w:annoys 0.04; w:any -0.63; w:anymore 0.29; w:anything -0.46; w:apologise 0.06; w:are -0.13
w:arm -0.08; w:arms -0.01; w:around 0.19; w:as 0.46; w:ashamed 0.12; w:ask -0.34; w:asked -0.46
w:at -0.14; w:awake 0.16; w:away 0.53; w:back 0.24; w:been 0.47; w:behind 0.15; w:being 0.50
w:believed 0.02; w:best -0.13; w:better -0.48; w:bigger 0.05; w:bin -0.12; w:blood -0.34
w:book -0.04; w:both 0.28; w:break 0.22; w:brilliant -0.21; w:bring -0.19; w:brother -0.01
w:brown -0.13; w:brushing -0.11; w:burn -0.07; w:but 0.05; w:by -0.09; w:call -0.51; w:came 0.37
w:can -0.06; w:careful 0.07; w:charger -0.11; w:check 0.04; w:checked 0.06; w:child 0.01
w:chlorophyll 0.07; w:choice 0.08; w:city 0.07; w:clean 0.08; w:come -0.18; w:control -0.02
w:convinced 0.26; w:could 0.24; w:count 0.18; w:couple 0.03; w:course -0.03; w:cup -0.02
w:day 0.31; w:days 0.06; w:decision -0.23; w:deep 0.07; w:deserve -0.14; w:determined 0.06
w:did -0.19; w:different 0.40; w:disappear 0.01; w:do -0.38; w:doctor -0.18; w:does -0.21
w:doing 0.27; w:done -0.19; w:dragon 0.20; w:drive 0.07; w:each -0.23; w:earn 0.09; w:easier 0.21
w:edge 0.25; w:eggs 0.05; w:else -0.15; w:embarrassing -0.23; w:enough 0.29; w:even 0.19
w:evenings 0.27; w:everything 0.06; w:everywhere 0.03; w:exactly -0.29; w:facts -0.13
w:fair -0.03; w:fall 0.03; w:family 0.21; w:fast -0.06; w:fee 0.01; w:feel 0.15; w:feels 0.63
w:few 0.10; w:fifteenth 0.02; w:fight 0.17; w:filled 0.07; w:fills 0.01; w:fine -0.02
w:first -0.60; w:five -0.12; w:for -0.30; w:fresh 0.09; w:furious 0.06; w:gap 0.14; w:gave 0.02
w:gets 0.39; w:getting 0.40; w:give -0.58; w:given -0.07; w:go -0.39; w:goes 0.26; w:going -0.08
w:gone 0.34; w:good -0.43; w:great -0.42; w:group -0.16; w:guess 0.18; w:ha -0.14; w:had 0.53
w:half 0.24; w:hands 0.26; w:happen -0.07; w:happened 0.05; w:happens -0.08; w:hard 0.05
w:harder 0.36; w:has -0.19; w:have -0.53; w:he 0.31; w:hear 0.20; w:heard 0.03; w:hearing 0.45
w:help -0.14; w:helps -0.14; w:her 0.41; w:here -0.13; w:him 0.02; w:his 0.17; w:holds 0.09
w:home 0.54; w:hours -0.06; w:house 0.28; w:how -0.28; w:hundred -0.49; w:hungry 0.03
w:hurt -0.10; w:hurts 0.47; w:i -0.23; w:idea 0.48; w:if -0.42; w:ill -0.21; w:imagine 0.33
w:important -0.20; w:in 0.18; w:incredibly 0.05; w:instead 0.01; w:into 0.16; w:is -0.12
w:it 0.34; w:its 0.18; w:itself 0.24; w:jokes 0.07; w:just -0.38; w:keep -0.01; w:kept 0.07
w:kidding -0.11; w:know -0.27; w:knowing 0.05; w:lady 0.04; w:lane 0.05; w:last 0.09; w:late 0.19
w:layers 0.10; w:leaflet -0.03; w:learn -0.05; w:level 0.04; w:lewis -0.09; w:lie -0.05
w:life 0.29; w:like 0.24; w:living 0.04; w:long -0.09; w:longing 0.09; w:look -0.10; w:looks -0.28
w:lose 0.67; w:lot -0.04; w:lots -0.31; w:love 0.28; w:lovely -0.09; w:made 0.36; w:make -0.22
w:makes 0.07; w:mark 0.10; w:matter 0.16; w:matters 0.18; w:may -0.37; w:maybe -0.03; w:me -0.47
w:mean -0.27; w:meant -0.09; w:messed 0.15; w:mill 0.05; w:mind 0.17; w:minutes -0.13; w:miss 0.14
w:missing 0.46; w:moment 0.06; w:money 0.12; w:month -0.29; w:months 0.08; w:more 0.22
w:most -0.03; w:move 0.02; w:mum -0.04; w:must 0.71; w:my -0.31; w:name -0.17; w:need -0.31
w:needs 0.03; w:never -0.44; w:next -0.22; w:night 0.19; w:nine -0.16; w:no 0.23; w:nobody 0.08
w:nobody's 0.10; w:not 0.85; w:now 0.09; w:number -0.32; w:numbers -0.08; w:of 0.26; w:off 0.35
w:on -0.02; w:one -0.12; w:only 0.12; w:open -0.15; w:operation 0.06; w:or -0.26; w:oslo -0.09
w:other -0.19; w:ouch 0.08; w:out 0.04; w:over 0.43; w:painful 0.05; w:park -0.03; w:part 0.76
w:party 0.10; w:peace 0.42; w:people -0.24; w:person 0.27; w:phone -0.28; w:place 0.56
w:plan -0.01; w:plans 0.14; w:plenty -0.07; w:pointless 0.15; w:practical 0.04; w:put -0.11
w:putting -0.06; w:queuing 0.10; w:quickly -0.05; w:quiet 0.37; w:rather 0.22; w:ready -0.06
w:remembering 0.05; w:right -0.58; w:risk 0.10; w:road 0.30; w:running -0.13; w:sadness 0.27
w:same 0.20; w:say -0.39; w:saying 0.41; w:says -0.21; w:scares 0.04; w:school -0.24
w:second -0.02; w:see 0.23; w:seems 0.37; w:send -0.05; w:sense -0.15; w:she 0.50; w:sheet -0.11
w:should -0.83; w:shown 0.08; w:side 0.33; w:simple -0.37; w:since 0.12; w:sitting 0.03
w:sixty -0.18; w:sleep 0.22; w:slowly -0.14; w:small 0.03; w:smile 0.02; w:so 0.45; w:some 0.06
w:somebody 0.09; w:someone 0.08; w:something 0.63; w:sometimes -0.20; w:space 0.11
w:starting 0.01; w:stayed 0.03; w:step -0.07; w:student -0.42; w:stuff -0.16; w:suggest 0.01
w:supposed -0.10; w:sure 0.19; w:surprised -0.10; w:table -0.14; w:take -0.28; w:teeth -0.14
w:tell -0.27; w:telling 0.28; w:tells 0.03; w:than 0.06; w:thank -0.71; w:thanks -0.35
w:that 0.07; w:the 0.11; w:there 0.33; w:they 0.32; w:things -0.35; w:thinking 0.26
w:thirteenth 0.01; w:this -0.34; w:thousand -0.22; w:three 0.21; w:thursday -0.15; w:time -0.20
w:times 0.07; w:to -0.33; w:today -0.20; w:tomorrow 0.08; w:too 0.15; w:top 0.06; w:true 0.17
w:try -0.64; w:turned 0.15; w:twice 0.06; w:two -0.47; w:unin -0.29; w:unsure -0.41; w:up 0.45
w:upload -0.11; w:vendor 0.01; w:very -0.39; w:vitamins -0.03; w:walking -0.02; w:wanted 0.02
w:wants 0.17; w:was 0.60; w:watching 0.30; w:way 0.16; w:we -0.24; w:week -0.03; w:weeks -0.12
w:welcome -0.15; w:well 0.06; w:were -0.09; w:what 0.15; w:wheels 0.32; w:which -0.14; w:who 0.40
w:whole 0.14; w:wide 0.17; w:will -0.59; w:willing -0.20; w:with -0.29; w:without 0.80
w:wonder 0.48; w:wonderful -0.17; w:word 0.25; w:words 0.17; w:work 0.02; w:working -0.23
w:works -0.24; w:worse 0.03; w:worth -0.49; w:would 0.34; w:write -0.39; w:wrong 0.07
w:year -0.03; w:yes -0.24; w:you -0.01; w:your -0.02; w:yourself 0.22; w:zero -0.32; who: -0.66
who:i -1.29; who:youi 0.08
"""
