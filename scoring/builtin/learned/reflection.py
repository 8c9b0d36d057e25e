"""Learned weights of ``reflection``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.548, 0.872, -0.023)
WEIGHTS = """
after ask -1.90; after question -2.17; b:# # -0.42; b:# * -0.20; b:# @feel -0.07; b:# a -0.74
b:# and -0.45; b:# at 0.08; b:# from 0.02; b:# get 0.14; b:# in 0.50; b:# it -0.24; b:# just 0.02
b:# of -0.04; b:# one -0.22; b:# so 0.23; b:# that 0.19; b:# the -0.12; b:# there 0.04
b:# to 0.06; b:# up 0.07; b:# what -0.20; b:# year 0.20; b:# you -0.07; b:* # 0.29; b:* * -0.24
b:* *ed 0.04; b:* *ing 0.36; b:* @day -0.38; b:* @feel 0.02; b:* about 0.45; b:* after -0.36
b:* all -0.34; b:* already 0.24; b:* am 0.07; b:* any -0.11; b:* anything -0.18; b:* are -0.21
b:* asking -0.15; b:* at -0.03; b:* away 0.09; b:* be -0.13; b:* been 0.48; b:* before -0.25
b:* being 0.32; b:* big 0.10; b:* but 0.12; b:* by -0.10; b:* can -0.12; b:* come -0.18
b:* do -0.15; b:* doing 0.09; b:* enough 0.01; b:* even -0.39; b:* every -0.39; b:* feeling 0.20
b:* feels 0.39; b:* first -0.03; b:* for -0.58; b:* from -0.24; b:* gets -0.29; b:* getting 0.25
b:* goes 0.02; b:* going 0.15; b:* good 0.05; b:* got 0.13; b:* has -0.12; b:* have -0.16
b:* he -0.58; b:* her 0.17; b:* here -0.05; b:* him -0.42; b:* home 0.05; b:* how -0.17
b:* i 0.07; b:* if -0.73; b:* in -0.02; b:* is -0.30; b:* it -0.45; b:* its -0.06; b:* kind -0.44
b:* less -0.03; b:* let 0.09; b:* like -0.60; b:* look -0.23; b:* makes 0.08; b:* matters 0.12
b:* me -0.12; b:* means 0.28; b:* more -0.55; b:* need 0.12; b:* new 0.04; b:* next -0.31
b:* nothing -0.24; b:* now -0.28; b:* of 0.15; b:* off -0.05; b:* okay 0.26; b:* one -0.44
b:* or -0.36; b:* out 0.12; b:* part -0.22; b:* people 0.15; b:* please -0.25; b:* put 0.13
b:* said -0.14; b:* same 0.09; b:* see -0.13; b:* she -0.61; b:* show -0.18; b:* so 0.42
b:* some -0.11; b:* start 0.15; b:* that -0.13; b:* the -0.13; b:* their -0.25; b:* them -0.32
b:* then 0.25; b:* there 0.02; b:* they -0.32; b:* things -0.15; b:* this -0.43; b:* though -0.31
b:* through 0.07; b:* to 0.38; b:* today -0.17; b:* together 0.24; b:* too -0.14; b:* trying 0.01
b:* two -0.69; b:* until -0.10; b:* up 0.01; b:* we -0.05; b:* were 0.14; b:* what 0.10
b:* when 0.13; b:* where 0.02; b:* who 0.10; b:* with 0.53; b:* without 0.01; b:* would 0.02
b:* yes -0.02; b:* you -0.02; b:* your 0.16; b:*ed * -0.24; b:*ed *ing -0.01; b:*ed @feel 0.05
b:*ed a 0.25; b:*ed at -0.05; b:*ed every 0.05; b:*ed for -0.07; b:*ed how -0.13; b:*ed i 0.21
b:*ed if 0.25; b:*ed into 0.17; b:*ed it 0.04; b:*ed next 0.11; b:*ed out 0.02; b:*ed than -0.03
b:*ed that -0.16; b:*ed to -0.91; b:*ed up 0.73; b:*ed where -0.05; b:*ed with -0.28
b:*ed you 0.15; b:*ed your 0.07; b:*ing * -0.32; b:*ing @day -0.19; b:*ing a 0.18
b:*ing all -0.02; b:*ing and 0.02; b:*ing at 0.18; b:*ing because -0.08; b:*ing by -0.15
b:*ing for 0.82; b:*ing her -0.06; b:*ing in 0.21; b:*ing into -0.14; b:*ing it -0.12
b:*ing more 0.32; b:*ing nothing 0.24; b:*ing of -0.43; b:*ing or 0.11; b:*ing somebody -0.36
b:*ing the -0.02; b:*ing there 0.21; b:*ing they -0.17; b:*ing thing -0.07; b:*ing through -0.04
b:*ing was 0.20; b:*ing what 0.17; b:*ing you 0.21; b:*ing yourself 0.08; b:@day @day 0.09
b:@day and -0.23; b:@day are 0.01; b:@day in 0.06; b:@day is 0.06; b:@day there -0.02
b:@day used 0.07; b:@day what 0.05; b:@day you -0.12; b:@feel about 0.11; b:@feel and 0.36
b:@feel as -0.12; b:@feel at -0.09; b:@feel for -0.03; b:@feel how 0.09; b:@feel it 0.55
b:@feel like -0.21; b:@feel on 0.05; b:@feel one -0.11; b:@feel so 0.22; b:@feel the -0.03
b:@feel then -0.02; b:@feel too 0.07; b:@feel you -0.46; b:a * -0.17; b:a *ed -0.05
b:a @feel 0.24; b:a bad -0.08; b:a day -0.21; b:a few 0.14; b:a good -0.22; b:a great -0.20
b:a home -0.40; b:a little 0.22; b:a long 0.17; b:a matter 0.18; b:a nice 0.04; b:a one -0.12
b:a part 0.20; b:a problem 0.02; b:a question 0.32; b:a really -0.09; b:a week -0.09
b:a while 0.40; b:a whole 0.42; b:a year -0.36; b:about # -0.15; b:about @feel 0.05
b:about and 0.16; b:about her 0.03; b:about it -0.22; b:about like 0.05; b:about that 0.27
b:about the 0.09; b:about this -0.10; b:about what 0.10; b:advice not 0.04; b:after # -0.01
b:after all 0.34; b:after two 0.15; b:again after 0.12; b:all * 0.02; b:all *ed 0.22
b:all day -0.08; b:all gone -0.13; b:all of 0.08; b:all right -0.05; b:all that 0.37
b:all the 0.07; b:all things -0.01; b:all this 0.29; b:all those 0.18; b:almost by 0.07
b:already * 0.20; b:already been 0.32; b:already doing 0.02; b:already done -0.52
b:always *ing 0.22; b:always be 0.18; b:am *ing 0.40; b:am @feel -0.28; b:am not -0.93
b:am on 0.06; b:am sorry 0.25; b:am sure 0.03; b:an * -0.37; b:an *ing -0.05; b:and # -0.17
b:and * 0.17; b:and *ed -0.01; b:and *ing -0.07; b:and a 0.12; b:and at 0.57; b:and by 0.36
b:and everyone -0.09; b:and he 0.15; b:and here 0.08; b:and him 0.22; b:and his -0.02
b:and it 0.23; b:and its 0.02; b:and made 0.10; b:and never 0.10; b:and no 0.16; b:and nobody 0.28
b:and not -0.03; b:and now 0.40; b:and often 0.06; b:and on -0.05; b:and one 0.10; b:and out 0.04
b:and see -0.41; b:and sometimes -0.17; b:and the 0.17; b:and then -0.17; b:and there 0.10
b:and they -0.06; b:and until -0.12; b:and you 0.05; b:and your -0.21; b:another day 0.01
b:any * -0.14; b:any of -0.10; b:anybody have 0.16; b:anything * -0.21; b:are * 0.08
b:are @feel 0.81; b:are a -0.72; b:are all 0.12; b:are already 0.15; b:are asking 0.16
b:are at -0.12; b:are being -0.01; b:are doing -0.21; b:are getting 0.03; b:are going -0.28
b:are having 0.24; b:are here -0.33; b:are in -0.10; b:are just -0.24; b:are kind 0.09
b:are looking -0.08; b:are not -0.15; b:are on 0.01; b:are really 0.15; b:are saying 0.73
b:are so -0.30; b:are still 0.18; b:are the 0.32; b:are used 0.12; b:are very -0.07
b:are wondering 0.36; b:are you -0.53; b:as * -0.33; b:as a 0.04; b:as if 0.21; b:as less 0.02
b:as none -0.10; b:as though 0.09; b:as we 0.05; b:ask * -0.12; b:ask for -0.08
b:asking whether 0.16; b:asking you 0.02; b:at # -0.31; b:at * -0.03; b:at all -0.23
b:at his -0.08; b:at once 0.22; b:at the -0.19; b:at this -0.07; b:at work 0.10; b:at you 0.70
b:away # -0.09; b:away at 0.08; b:away no 0.18; b:away they 0.04; b:be # -0.12; b:be * 0.36
b:be *ed -0.87; b:be *ing 0.09; b:be @feel -0.17; b:be a -0.26; b:be any 0.19; b:be done -0.07
b:be far 0.08; b:be good 0.05; b:be him 0.22; b:be like 0.03; b:be one 0.07; b:be over 0.15
b:be sorry -0.18; b:be the 0.31; b:be this 0.10; b:be willing -0.06; b:because # -0.01
b:because he 0.34; b:because it -0.43; b:because they 0.46; b:because why -0.02
b:because you 0.18; b:been *ed -0.01; b:been *ing 0.19; b:been on 0.12; b:been so -0.08
b:been thinking 0.15; b:been through 0.03; b:been very -0.11; b:before # -0.04; b:before *ed -0.22
b:before i 0.16; b:before just -0.08; b:before we 0.13; b:before you -0.02; b:being * 0.27
b:being *ed 0.43; b:being nice 0.04; b:being the 0.31; b:better * -0.09; b:big * -0.41
b:big long 0.10; b:big once 0.10; b:bit * -0.06; b:bit more -0.06; b:bit of 0.39
b:bothers you 0.10; b:bring it -0.22; b:bring yourself 0.06; b:but now 0.08; b:but the 0.02
b:but there 0.10; b:by # 0.10; b:by a -0.01; b:by her 0.01; b:by now 0.31; b:by the -0.03
b:by then 0.01; b:by two -0.04; b:by when -0.14; b:by you -0.04; b:by yourself 0.01; b:can * -0.24
b:can be -0.15; b:can do -0.02; b:can have -0.02; b:can hear 0.13; b:can imagine 0.13
b:can look -0.18; b:can not 0.03; b:can put -0.36; b:can see 0.22; b:can understand 0.28
b:care a 0.05; b:change * 0.05; b:come * -0.09; b:come @feel 0.08; b:come in -0.32
b:come out 0.35; b:come to -0.12; b:could * 0.28; b:could ask -0.11; b:could find -0.03
b:could get 0.11; b:could go -0.26; b:could have -0.06; b:could help -0.14; b:could keep -0.16
b:could look -0.13; b:could not 0.60; b:could put -0.08; b:could see 0.13; b:could start -0.08
b:could still 0.17; b:could try -0.26; b:could work 0.26; b:could you -0.01; b:day * -0.09
b:day instead -0.05; b:day off 0.01; b:day okay 0.18; b:day or -0.08; b:day you 0.16
b:did * -0.09; b:did i 0.01; b:did it -0.31; b:did not 0.16; b:did you -0.32; b:do # -0.36
b:do *ed 0.01; b:do a -0.26; b:do and 0.14; b:do anything -0.30; b:do is 0.40; b:do it -0.17
b:do the -0.07; b:do with 0.19; b:do you -0.52; b:does anybody 0.13; b:does feel 0.11
b:does it -0.08; b:does she -0.13; b:does that -0.17; b:doing * 0.38; b:doing an -0.03
b:doing great -0.05; b:doing something -0.25; b:doing the 0.26; b:done over 0.01; b:else * -0.20
b:else was 0.07; b:enough * 0.11; b:even * -0.06; b:even *ed 0.11; b:even do 0.06
b:even less 0.02; b:even on -0.16; b:even the 0.29; b:even with -0.27; b:every # -0.12
b:every day -0.33; b:every one 0.25; b:every time 0.59; b:everybody at 0.05
b:everybody feels -0.09; b:everything * 0.77; b:everything else -0.01; b:everything in -0.03
b:everything you 0.14; b:far @feel -0.04; b:far away 0.19; b:far it 0.19; b:far you -0.07
b:feel @feel 0.12; b:feel about 0.04; b:feel better -0.12; b:feel like 0.47; b:feel really 0.09
b:feel the 0.10; b:feel you -0.03; b:feeling * 0.52; b:feels * 0.25; b:feels like 0.38
b:find a -0.04; b:first and -0.10; b:first one -0.21; b:first she 0.10; b:for # -0.24
b:for * -0.54; b:for *ing -0.47; b:for a -0.04; b:for an -0.17; b:for it 0.36; b:for me -0.07
b:for nothing -0.03; b:for now 0.09; b:for once 0.07; b:for other 0.10; b:for somebody -0.09
b:for someone -0.18; b:for something 0.03; b:for that 0.13; b:for the -0.23; b:for them 0.10
b:for what 0.14; b:for you 0.75; b:for your -0.08; b:from # 0.30; b:from a -0.27; b:from it 0.09
b:from one -0.04; b:from what 0.03; b:from you -0.06; b:from your 0.25; b:get * -0.32
b:get a -0.24; b:get decided 0.14; b:get done 0.13; b:get home 0.06; b:get in 0.21
b:get that 0.17; b:get the -0.19; b:get through 0.06; b:get to 0.20; b:get you -0.30
b:get your -0.05; b:get yourself -0.30; b:gets done 0.01; b:gets on -0.01; b:gets when 0.21
b:gets you 0.35; b:getting * 0.20; b:getting a -0.03; b:getting from 0.02; b:getting much 0.06
b:give it 0.11; b:give up 0.18; b:give you -0.53; b:given it 0.08; b:go * -0.03; b:go on -0.09
b:go to -0.40; b:go up 0.06; b:go without 0.16; b:goes through 0.09; b:goes to -0.09
b:going it 0.01; b:going through 0.19; b:going to -0.56; b:gone from 0.03; b:gone some 0.10
b:good * -0.13; b:good for -0.28; b:good right 0.12; b:good that -0.05; b:got * 0.18
b:got *ed 0.11; b:got for 0.05; b:got his 0.07; b:got in 0.01; b:got more -0.29
b:got nothing 0.13; b:got out -0.12; b:got something 0.08; b:got that 0.19; b:got the 0.15
b:got this -0.45; b:got through -0.09; b:got to -0.08; b:got your 0.01; b:great * -0.04
b:had * -0.24; b:had a 0.07; b:had enough 0.04; b:had it 0.01; b:had this 0.11; b:had to 0.44
b:happened almost 0.07; b:has my 0.11; b:has to -0.09; b:has too 0.05; b:have * 0.49
b:have *ed -0.14; b:have a -0.50; b:have an 0.01; b:have been -0.10; b:have every -0.18
b:have got -0.44; b:have had 0.21; b:have happened 0.04; b:have it -0.13; b:have not 0.01
b:have nothing -0.19; b:have people -0.02; b:have seen 0.13; b:have started 0.03; b:have that 0.01
b:have the 0.23; b:have they 0.14; b:have thought -0.11; b:have to -0.47; b:have you -0.82
b:have your 0.04; b:having * 0.08; b:having to 0.06; b:he * 0.14; b:he *ed -0.44; b:he did 0.06
b:he gets 0.34; b:he got -0.03; b:he is 0.10; b:he said -0.04; b:he would 0.13; b:hear how 0.13
b:hear the 0.02; b:help thinking 0.06; b:help you -0.08; b:her * 0.03; b:her even -0.16
b:her little -0.10; b:her on -0.14; b:her right 0.16; b:her to 0.06; b:her whole -0.05
b:here *ing -0.03; b:here asking 0.19; b:here somebody 0.05; b:here that -0.02; b:here who 0.09
b:here with 0.15; b:here you 0.04; b:him and 0.17; b:him you -0.22; b:his own 0.07; b:hold of 0.07
b:hold on 0.23; b:hold your -0.08; b:home * -0.01; b:home and 0.28; b:home nobody 0.02
b:how * -0.21; b:how @feel 0.11; b:how big 0.08; b:how can 0.01; b:how is -0.23; b:how much 0.09
b:how you -0.12; b:i * -0.36; b:i *ing 0.05; b:i am 0.20; b:i can 0.35; b:i could 0.01
b:i did -0.10; b:i even 0.10; b:i get 0.04; b:i have -0.08; b:i imagine 0.10; b:i know -0.29
b:i like 0.03; b:i love 0.01; b:i make 0.06; b:i take 0.12; b:i think -0.10; b:i thought -0.04
b:i went 0.03; b:i will -0.08; b:i would -0.08; b:idea of 0.02; b:if he 0.22; b:if i 0.37
b:if it -0.39; b:if someone -0.02; b:if there -0.11; b:if they -0.17; b:if those 0.27
b:if you -0.39; b:imagine how 0.13; b:imagine your 0.10; b:important how -0.01; b:in # -0.04
b:in * 0.19; b:in *ed 0.13; b:in @day -0.56; b:in a 0.08; b:in an -0.06; b:in at -0.08
b:in from 0.10; b:in it 0.23; b:in may -0.26; b:in my 0.12; b:in one 0.18; b:in somebody 0.03
b:in the 0.01; b:in there 0.09; b:in this -0.29; b:in time -0.03; b:in you 0.18; b:in your -0.26
b:into # 0.40; b:into * -0.02; b:into something 0.06; b:is # -0.06; b:is * -0.54; b:is *ing 0.24
b:is @feel -0.04; b:is a -0.07; b:is always -0.40; b:is an 0.23; b:is been 0.02; b:is being 0.34
b:is doing -0.04; b:is everything 0.01; b:is going -0.13; b:is gone 0.28; b:is good -0.26
b:is got 0.22; b:is heard 0.10; b:is how -0.07; b:is in -0.45; b:is it -1.04; b:is just -0.44
b:is less 0.12; b:is like -0.13; b:is little 0.06; b:is long -0.06; b:is looking 0.17
b:is made 0.02; b:is more 0.27; b:is next 0.01; b:is not 0.26; b:is nothing -0.06; b:is off 0.26
b:is okay -0.54; b:is once -0.01; b:is only 0.16; b:is probably -0.07; b:is really -0.03
b:is seen 0.02; b:is somebody 0.48; b:is still 0.14; b:is the -0.05; b:is then 0.06
b:is there -0.27; b:is thinking 0.12; b:is this 0.15; b:is time 0.11; b:is to 0.03; b:is too 0.10
b:is trying 0.08; b:is two -0.01; b:is usually -0.16; b:is what 0.54; b:is when 0.29
b:is why -0.37; b:is your -0.47; b:it # -0.17; b:it * 0.09; b:it *ed 0.54; b:it @feel 0.08
b:it about -0.20; b:it all 0.67; b:it and 0.35; b:it as 0.25; b:it at -0.62; b:it be -0.04
b:it could 0.43; b:it did 0.22; b:it do -0.04; b:it does 0.09; b:it feels 0.42; b:it from 0.01
b:it gets 0.21; b:it in -0.06; b:it is -0.04; b:it just 0.37; b:it kind -0.01; b:it like -0.10
b:it makes -0.02; b:it more -0.03; b:it must 0.41; b:it right -0.04; b:it said -0.05
b:it says -0.79; b:it seems 0.21; b:it since -0.06; b:it so -0.08; b:it sounds -0.12
b:it there 0.04; b:it to 0.31; b:it too -0.09; b:it up -0.51; b:it usually 0.05; b:it was 0.10
b:it when 0.10; b:it where 0.06; b:it who -0.09; b:it will 0.24; b:it without -0.12
b:it would 0.33; b:it you -0.14; b:it yourself 0.17; b:its * -0.31; b:its in -0.16; b:just go 0.06
b:just have -0.40; b:just in -0.20; b:just kind 0.26; b:just needs 0.02; b:just not 0.07
b:just said -0.09; b:just the 0.16; b:just you 0.27; b:keep *ing -0.17; b:keep @day 0.07
b:keep the -0.05; b:keep your -0.21; b:kind of -0.01; b:know * -0.34; b:know by 0.11
b:know it 0.17; b:know that -0.13; b:know the -0.08; b:know what -0.55; b:know yet 0.07
b:last of 0.08; b:last one 0.01; b:last time -0.43; b:last two -0.05; b:last week -0.01
b:last year -0.16; b:least when 0.02; b:less than 0.03; b:less time 0.02; b:less you -0.03
b:let me 0.44; b:let us -0.33; b:let you 0.03; b:life got 0.10; b:like # -0.19; b:like * -0.19
b:like a -0.15; b:like at -0.41; b:like being 0.08; b:like going 0.01; b:like if -0.11
b:like somebody -0.01; b:like something -0.05; b:like that 0.03; b:like things 0.07
b:like to 0.01; b:like without 0.03; b:like your 0.16; b:little * -0.12; b:little *ing -0.03
b:little and 0.06; b:long day 0.08; b:long the 0.03; b:look # 0.05; b:look * -0.16
b:look *ed 0.14; b:look for -0.06; b:look into -0.12; b:look it -0.16; b:look right 0.01
b:looking * 0.07; b:looking at -0.16; b:looking for 0.26; b:looking in 0.01; b:lot about 0.05
b:lot of -0.27; b:lot to 0.23; b:love it -0.20; b:love that 0.07; b:love their 0.02
b:love to 0.01; b:made it 0.10; b:made you 0.02; b:make a -0.12; b:make it 0.36; b:make these 0.10
b:make you -0.12; b:makes a -0.19; b:makes it 0.37; b:many * 0.32; b:matter of 0.18
b:matters to 0.07; b:me before 0.14; b:me if 0.18; b:me see 0.20; b:me try 0.02; b:me you 0.10
b:means * 0.01; b:means no 0.18; b:might * 0.14; b:might want -0.11; b:more * 0.06
b:more *ed -0.03; b:more for 0.05; b:more important -0.04; b:more than 0.10; b:more when 0.08
b:most * -0.04; b:most people -0.25; b:much * -0.09; b:much it 0.09; b:much of 0.07
b:must be 0.62; b:must feel 0.03; b:must really 0.18; b:my * -0.54; b:need it 0.16
b:need the 0.07; b:need to -0.92; b:needs a 0.07; b:needs more 0.02; b:never * -0.25
b:never *ing 0.10; b:never go 0.02; b:never see -0.10; b:new *ing -0.06; b:new people 0.11
b:next * -0.46; b:next on 0.03; b:next to 0.11; b:nice home 0.16; b:nice to -0.10; b:no * 0.27
b:no *ing -0.09; b:no idea -0.06; b:no wonder 0.24; b:no work 0.18; b:nobody can 0.12
b:nobody here 0.05; b:nobody on 0.29; b:nobody there 0.15; b:nobody to 0.02; b:nobody would 0.46
b:none of -0.18; b:not * -0.42; b:not *ed -0.42; b:not *ing -0.20; b:not @feel -0.28; b:not a 0.38
b:not about 0.49; b:not all -0.13; b:not an -0.08; b:not any 0.07; b:not at -0.05; b:not be -0.20
b:not come 0.32; b:not do -0.08; b:not doing -0.09; b:not enough 0.08; b:not even 0.28
b:not feel 0.15; b:not find 0.05; b:not for 0.33; b:not get 0.33; b:not going -0.29
b:not have -0.20; b:not help 0.06; b:not how 0.09; b:not it -0.21; b:not know 0.09
b:not like -0.30; b:not look 0.33; b:not make 0.36; b:not matter -0.07; b:not much 0.03
b:not nothing -0.06; b:not one 0.36; b:not only 0.49; b:not really -0.09; b:not say -0.13
b:not see 0.31; b:not show 0.02; b:not so 0.29; b:not stop 0.09; b:not sure 0.18; b:not take 0.25
b:not that -0.23; b:not the -0.06; b:not there 0.19; b:not thinking -0.19; b:not thought 0.18
b:not told 0.06; b:not want 0.58; b:not what 0.31; b:not your 0.42; b:nothing * 0.02
b:nothing going 0.08; b:nothing to -0.16; b:nothing you 0.06; b:now but 0.02; b:now it 0.07
b:of * -0.17; b:of *ed 0.26; b:of @feel -0.05; b:of a 0.54; b:of advice 0.04; b:of everything 0.11
b:of it 0.21; b:of people -0.41; b:of these -0.14; b:of those -0.10; b:of us 0.10; b:of with 0.06
b:of your 0.32; b:of yourself -0.16; b:off * 0.05; b:off at -0.02; b:off before -0.08
b:off her 0.12; b:off okay 0.09; b:off the 0.19; b:off you 0.07; b:often to 0.06; b:okay * 0.20
b:okay that -0.01; b:on * 0.50; b:on a 0.29; b:on her 0.23; b:on him 0.06; b:on his -0.12
b:on it -0.04; b:on she 0.05; b:on the -0.41; b:on them 0.07; b:on there -0.13; b:on this 0.41
b:on to 0.12; b:on what -0.27; b:on when -0.09; b:on you 0.11; b:on your -0.25; b:once you -0.18
b:one * 0.07; b:one @feel 0.34; b:one before 0.14; b:one bit 0.19; b:one day 0.10; b:one did -0.12
b:one for 0.08; b:one got -0.03; b:one is -0.07; b:one it -0.06; b:one little -0.03
b:one more 0.57; b:one of -0.01; b:one that -0.07; b:one then 0.10; b:one thing 0.51
b:one to 0.32; b:one try 0.03; b:one who -0.33; b:one with -0.11; b:one you 0.11; b:only # 0.12
b:only * 0.04; b:only *ed 0.11; b:only *ing -0.30; b:only one -0.18; b:only the 0.11
b:open it -0.38; b:or * -0.03; b:or *ing -0.04; b:or anything 0.07; b:or does -0.03; b:or it 0.11
b:or your 0.01; b:other * 0.01; b:other one 0.08; b:other thing -0.07; b:our * -0.13
b:out in -0.08; b:out since 0.09; b:out the 0.01; b:out there -0.37; b:out to 0.18; b:over # -0.20
b:over everything 0.02; b:own * -0.05; b:own *ed 0.15; b:part and -0.13; b:part got 0.08
b:part of 0.59; b:people * -0.02; b:people and 0.17; b:people say -0.03; b:people they 0.04
b:people who 0.15; b:plan you 0.04; b:put * -0.13; b:put a 0.11; b:put in 0.24; b:put it -0.50
b:put the -0.12; b:put you 0.19; b:put your -0.20; b:question for 0.16; b:rather not 0.17
b:really *ed 0.11; b:really be 0.18; b:really good -0.37; b:really want 0.07; b:right * 0.09
b:right the 0.16; b:right thing -0.02; b:right time -0.11; b:right to -0.06; b:said it -0.05
b:said last -0.01; b:said no 0.06; b:same * 0.42; b:same @feel -0.03; b:same as -0.16
b:same for -0.19; b:same kind 0.03; b:same time 0.30; b:saw that -0.04; b:saw the -0.01
b:saw what 0.12; b:say * -0.25; b:say it -0.24; b:say nothing 0.03; b:say that -0.05
b:say yes 0.09; b:saying i 0.12; b:saying it 0.10; b:saying that -0.10; b:says * -0.23
b:says something -0.04; b:see a -0.01; b:see him 0.23; b:see his 0.04; b:see it 0.11
b:see that 0.18; b:see the -0.38; b:see what 0.07; b:see your -0.02; b:seems like 0.03
b:seen what 0.03; b:sense of -0.13; b:she * 0.09; b:she *ed -0.18; b:she @feel -0.15
b:she can 0.01; b:she has -0.06; b:she is 0.40; b:she noticed 0.17; b:she was -0.52
b:should * -0.04; b:should not -0.29; b:show them -0.02; b:show up 0.11; b:show you -0.07
b:since @day -0.03; b:since last 0.09; b:since the -0.11; b:so * -0.08; b:so big 0.10
b:so is 0.06; b:so it 0.04; b:so many 0.02; b:so much -0.12; b:so now 0.09; b:so sure 0.09
b:so the 0.02; b:so you -0.16; b:some * 0.29; b:some of -0.17; b:somebody * 0.14
b:somebody *ing 0.13; b:somebody always 0.05; b:somebody said 0.18; b:somebody there 0.02
b:somebody to 0.12; b:someone * -0.05; b:something at 0.06; b:something in -0.19
b:something really -0.16; b:sometimes it -0.11; b:sorry * 0.07; b:sorry for -0.53
b:sorry that 0.14; b:sorry you -0.08; b:sound *ed 0.13; b:sound like -0.52; b:start * -0.10
b:start from 0.13; b:start thinking -0.03; b:start with -0.04; b:start your -0.16
b:started *ing 0.15; b:started with 0.13; b:still * 0.12; b:still get -0.10; b:still not 0.22
b:still when 0.09; b:stop me 0.16; b:sure about 0.20; b:sure it 0.03; b:sure who 0.04
b:take another 0.01; b:take away -0.13; b:take his 0.08; b:take it -0.46; b:take the 0.13
b:take you 0.07; b:talk to -0.17; b:tell him -0.13; b:than # -0.10; b:than a 0.06; b:than it -0.10
b:than one -0.02; b:than the 0.52; b:thank you -0.93; b:thanks for -0.28; b:that # 0.21
b:that * 0.44; b:that a -0.18; b:that every 0.05; b:that feeling 0.08; b:that for -0.28
b:that he 0.28; b:that i 0.06; b:that idea 0.10; b:that if 0.37; b:that in -0.13; b:that is -0.34
b:that it -0.26; b:that its -0.06; b:that look 0.02; b:that much 0.15; b:that must 0.65
b:that one 0.09; b:that out -0.11; b:that part 0.23; b:that right 0.20; b:that says -0.08
b:that she 0.21; b:that that 0.26; b:that the -0.09; b:that they 0.23; b:that to -0.23
b:that up -0.14; b:that was 0.42; b:that way -0.09; b:that without 0.01; b:that would -0.05
b:that you 0.14; b:the # 0.18; b:the * 0.08; b:the *ing -0.53; b:the @day 0.21; b:the @feel -0.18
b:the big -0.17; b:the day 0.41; b:the first -0.26; b:the last -0.03; b:the little -0.15
b:the new -0.02; b:the next -0.21; b:the not 0.09; b:the off 0.10; b:the one 0.57
b:the other 0.26; b:the right -0.45; b:the same -0.09; b:the thought 0.10; b:the time -0.17
b:the two 0.11; b:the way 0.34; b:the work 0.15; b:their own -0.06; b:them * 0.23; b:them a -0.17
b:them and 0.12; b:them in -0.23; b:them is 0.22; b:them it 0.28; b:them the -0.01; b:them to 0.01
b:then @day 0.10; b:then and 0.07; b:then the 0.17; b:then what 0.08; b:there * -0.01
b:there a -0.18; b:there and 0.67; b:there are -0.33; b:there as 0.23; b:there but 0.13
b:there for 0.57; b:there in 0.02; b:there is -0.02; b:there on 0.22; b:there until 0.07
b:there would 0.13; b:there you -0.23; b:these * 0.15; b:these and -0.13; b:these are 0.03
b:they * -0.02; b:they can 0.08; b:they come -0.04; b:they have -0.26; b:they just 0.19
b:they look 0.11; b:they love 0.02; b:they never 0.06; b:they put -0.02; b:they say -0.04
b:they take -0.01; b:they told 0.13; b:they were 0.05; b:they would 0.55; b:thing as 0.02
b:thing doing 0.07; b:thing is -0.03; b:thing with -0.19; b:thing you 0.21; b:things here 0.04
b:things that -0.13; b:think about -0.22; b:think he 0.19; b:think i 0.06; b:think you -0.32
b:thinking about 0.18; b:thinking of -0.23; b:thinking the 0.06; b:this * -0.15; b:this *ing -0.04
b:this @feel 0.30; b:this be 0.19; b:this for 0.22; b:this is -0.19; b:this would -0.08
b:this you 0.04; b:those # 0.04; b:those * 0.09; b:thought of 0.35; b:through *ed 0.12
b:through all 0.05; b:through here 0.04; b:through it -0.25; b:time @day -0.03; b:time a 0.01
b:time and -0.12; b:time if -0.02; b:time in 0.01; b:time is -0.06; b:time that 0.02
b:time there -0.07; b:time to -0.05; b:time you 0.19; b:to # -0.10; b:to *ed 0.02; b:to *ing 0.05
b:to a -0.03; b:to ask -0.40; b:to do 0.02; b:to feel 0.03; b:to have 0.02; b:to hear 0.11
b:to hold 0.03; b:to just 0.01; b:to know 0.13; b:to look -0.17; b:to me -0.10; b:to one 0.20
b:to say 0.46; b:to see 0.53; b:to talk -0.13; b:to tell 0.24; b:to that 0.15; b:to them 0.13
b:to try -0.08; b:to use -0.25; b:to you 0.10; b:to your 0.04; b:today you -0.12; b:told * 0.08
b:told me -0.09; b:told you 0.17; b:too * 0.13; b:too many 0.06; b:try now 0.03; b:try that -0.13
b:try the -0.15; b:trying to 0.20; b:two # -0.51; b:two * -0.14; b:two @day 0.03; b:two in 0.30
b:two of 0.20; b:two then 0.10; b:until this 0.07; b:until you -0.26; b:up * -0.02; b:up by -0.09
b:up in 0.10; b:up into 0.03; b:up on -0.18; b:up the 0.08; b:up there 0.02; b:up with 0.21
b:up your 0.24; b:use their -0.07; b:used to 0.21; b:usually goes 0.05; b:very * -0.42
b:want *ing -0.02; b:want is 0.26; b:want people 0.06; b:want them 0.02; b:want you -0.32
b:wants to 0.21; b:was # -0.17; b:was * 0.12; b:was a -0.27; b:was already 0.07; b:was at -0.17
b:was it -0.37; b:was not 0.66; b:was some 0.07; b:was to 0.28; b:was you 0.21; b:way and 0.09
b:way it -0.11; b:way of 0.02; b:way you 0.40; b:we are -0.14; b:we do 0.06; b:week and -0.09
b:week gone 0.10; b:week you 0.03; b:well for 0.12; b:went and 0.09; b:went to 0.02
b:were * -0.40; b:were *ing 0.27; b:were @feel 0.01; b:were at 0.03; b:were for 0.10
b:were gone 0.05; b:were you -0.03; b:what @feel 0.03; b:what about -0.18; b:what are -0.18
b:what happens -0.07; b:what have 0.02; b:what he 0.66; b:what is 0.04; b:what it 0.65
b:what see 0.11; b:what to 0.05; b:what was -0.28; b:what we 0.11; b:what would -0.42
b:what you 0.38; b:when * 0.03; b:when is -0.16; b:when it 0.14; b:when she -0.16
b:when was -0.25; b:where by -0.04; b:where does -0.11; b:where people -0.03; b:where the 0.02
b:whether somebody 0.08; b:whether you 0.04; b:which * -0.04; b:which means 0.02; b:who * -0.23
b:who *ed -0.08; b:who is 0.67; b:who it 0.03; b:who take 0.07; b:who was 0.07; b:who would -0.24
b:who you 0.03; b:whole * 0.55; b:whole time -0.02; b:why not -0.11; b:will do -0.04
b:will have -0.05; b:will not 0.23; b:will want -0.08; b:willing to -0.07; b:with # -0.20
b:with * -0.35; b:with everything -0.03; b:with her -0.39; b:with it 0.19; b:with nobody 0.07
b:with nothing 0.08; b:with one -0.18; b:with people 0.02; b:with some 0.02; b:with somebody 0.13
b:with that 0.08; b:with them 0.09; b:with you -0.14; b:with your 0.34; b:without * 0.07
b:without *ing -0.29; b:without a 0.47; b:without it 0.36; b:wonder you 0.14; b:wondering if 0.05
b:work * 0.05; b:work on 0.08; b:would * -0.03; b:would *ed 0.20; b:would already 0.08
b:would always 0.18; b:would be -0.01; b:would better -0.05; b:would get -0.32; b:would have 0.46
b:would it -0.20; b:would like 0.40; b:would look 0.15; b:would love 0.08; b:would never -0.20
b:would not -0.49; b:would rather 0.52; b:would say -0.12; b:would she -0.08; b:would take 0.20
b:would this 0.19; b:would want -0.48; b:would you -0.63; b:would your -0.06; b:year * 0.21
b:yes to 0.11; b:yet you 0.12; b:you * -0.24; b:you *ed 0.18; b:you *ing -0.21; b:you @feel 0.68
b:you and 0.22; b:you are 0.25; b:you at 0.31; b:you been -0.13; b:you can -0.35; b:you care 0.08
b:you could -0.39; b:you did -0.03; b:you do 0.40; b:you feel -0.10; b:you get -0.14
b:you give 0.18; b:you go -0.08; b:you goes 0.03; b:you got -0.21; b:you had 0.56; b:you have 0.15
b:you he 0.10; b:you heard 0.40; b:you how 0.28; b:you if -0.08; b:you just -0.29; b:you keep 0.09
b:you know -0.36; b:you like 0.44; b:you look 0.22; b:you love 0.06; b:you made 0.22
b:you make -0.06; b:you might -0.16; b:you more 0.20; b:you must -0.09; b:you need -0.45
b:you say -0.15; b:you see 0.06; b:you seem -0.08; b:you should -1.08; b:you so -0.04
b:you some 0.09; b:you sound -0.19; b:you start -0.14; b:you started 0.33; b:you take -0.54
b:you tell 0.14; b:you than 0.05; b:you that 0.18; b:you the -0.42; b:you think 0.10
b:you thought 0.24; b:you time 0.06; b:you to -0.22; b:you today 0.01; b:you too -0.16
b:you understand -0.04; b:you up 0.09; b:you used 0.03; b:you wanted 0.65; b:you went 0.39
b:you were 0.30; b:you what 0.15; b:you when 0.31; b:you will -0.61; b:you would 0.26
b:you you 0.01; b:you your 0.24; b:your * -0.25; b:your @feel -0.15; b:your day 0.09
b:your idea 0.25; b:your life 0.37; b:your little -0.05; b:your mind 0.39; b:your next -0.02
b:your own 0.34; b:your time -0.39; b:your week 0.10; b:yours *ed 0.15; b:yourself * -0.05
b:yourself on 0.11; b:yourself to 0.09; bias -1.09; clause after 0.52; concern 0.14; e:# -0.46
e:* -0.17; e:*ed -0.05; e:*ing -0.10; e:@day -0.53; e:@feel 0.28; e:after -0.05; e:all -0.10
e:already 0.30; e:and 0.21; e:at 0.14; e:be -0.14; e:because -0.09; e:by 0.34; e:day 0.10
e:decided 0.01; e:enough 0.33; e:everything 0.04; e:go 0.13; e:goes 0.02; e:going 0.08
e:gone 0.04; e:great -0.15; e:hear 0.12; e:her 0.80; e:here -0.18; e:him 0.44; e:home 0.08
e:important -0.04; e:in 0.11; e:is -0.15; e:it -0.12; e:kind -0.01; e:know -0.34; e:life -0.13
e:long -0.49; e:look 0.22; e:may -0.26; e:maybe -0.09; e:me -0.35; e:mean -0.15; e:mind 0.15
e:most 0.21; e:much -0.22; e:nice -0.22; e:not -0.45; e:nothing -0.15; e:notice -0.03
e:noticed 0.30; e:of 0.23; e:okay 0.11; e:once 0.33; e:one -0.56; e:over 0.11; e:own 0.09
e:please -0.33; e:really -0.11; e:right -0.21; e:saying 0.06; e:see 0.14; e:so -0.19; e:start 0.13
e:stop -0.05; e:suggest 0.09; e:tell 0.27; e:than 0.06; e:that -0.69; e:them -0.25; e:then -0.29
e:there 0.24; e:they 0.05; e:thing -0.05; e:things -0.23; e:though -0.37; e:time 0.10
e:today -0.27; e:trying 0.08; e:two -0.68; e:up 0.23; e:us 0.24; e:want -0.02; e:was 0.04
e:way -0.13; e:week -0.22; e:were -0.07; e:what -0.12; e:when 0.12; e:where 0.13; e:while 0.11
e:who 0.03; e:why -0.02; e:without 0.17; e:wonder 0.09; e:work -0.04; e:would -0.10; e:year -0.17
e:yes -0.68; e:you 0.07; e:yourself 0.15; ends bare -0.29; ends mark -1.67; ends raw -0.13
ends stop -0.16; first -0.11; heard:0 -1.60; heard:1 -1.35; heard:12 -0.03; heard:18 0.08
heard:2 -0.76; heard:28 0.26; heard:3 0.17; heard:5 0.06; heard:8 0.15; heard:more -0.70
k:# -0.58; k:* 0.06; k:*ed 0.32; k:*ing 0.38; k:@day -0.35; k:@feel 0.42; l:and 0.62; l:but -0.66
l:good -1.02; l:great -0.33; l:hello -0.24; l:hey -0.03; l:hi -0.57; l:no -0.22; l:oh -0.22
l:okay -0.97; l:or -0.25; l:perfect -0.19; l:right -0.23; l:so 0.90; l:sure -0.10; l:then -0.44
l:well -1.93; l:wow -0.38; l:yeah -1.51; l:yes -1.00; last 0.40; later -1.46; mostly taken -0.30
n:1 -1.78; n:12 0.17; n:18 0.10; n:2 -1.16; n:28 -0.06; n:3 -0.87; n:8 0.06; n:more -0.30
nod -1.14; p:amount 0.05; p:asks_word -0.06; p:asks_you -0.58; p:but -0.22; p:commits -1.15
p:echoes -0.28; p:explain -0.26; p:inverted -1.11; p:no -0.27; p:opens_inverted -1.79; p:own -1.18
p:points_back 0.02; p:reflects 0.53; p:reflects_inside 0.20; p:refuses 0.26; p:worry -0.08
p:you 0.19; q:how did -0.13; q:how do -0.04; q:what  -0.10; q:what about -0.16; q:what can 0.32
q:what did 0.13; q:what do 0.18; q:what is 0.09; q:what was 0.05; q:what would -0.14; q:when  0.34
q:when about 0.06; q:when do 0.05; q:when is -0.02; q:when was -0.54; q:when were -0.38
q:where  0.23; q:where can 0.10; q:where does -0.14; q:where were -0.18; q:where would 0.16
q:which  -0.05; q:which does 0.02; q:which is -0.22; q:who  -0.23; q:who is 0.66; q:who was 0.19
q:who would -0.10; q:why  -0.63; q:why would 0.23; q:you -0.01; s:# 0.27; s:# # -0.02; s:# * 0.58
s:# * and 0.49; s:# * in 0.11; s:# * is -0.23; s:# * not -0.02; s:# * of 0.12; s:# * okay 0.01
s:# * on 0.03; s:# @day 0.09; s:# and by 0.13; s:# in 0.37; s:# in a 0.08; s:# in one 0.11
s:# to 0.03; s:# to # 0.03; s:* -0.08; s:* # 0.32; s:* * -0.41; s:* * * -0.39; s:* * *ing 0.14
s:* * and 0.21; s:* * first 0.01; s:* * with 0.14; s:* * you -0.04; s:* *ed 0.09; s:* *ed a 0.10
s:* *ing -0.26; s:* *ing you -0.28; s:* a -0.01; s:* all 0.01; s:* all of 0.01; s:* and 0.07
s:* and * 0.41; s:* and him 0.03; s:* are 0.07; s:* are a 0.13; s:* asking -0.14
s:* asking you -0.14; s:* at 0.01; s:* at * 0.04; s:* be -0.04; s:* but * 0.04; s:* do -0.06
s:* feeling 0.13; s:* feeling * 0.13; s:* getting 0.06; s:* getting much 0.06; s:* got a 0.02
s:* home 0.02; s:* home nobody 0.02; s:* how -0.05; s:* i have 0.05; s:* in 0.31; s:* in * 0.13
s:* is not 0.22; s:* it 0.18; s:* it does 0.02; s:* makes 0.11; s:* makes it 0.11; s:* means 0.15
s:* means no 0.18; s:* much -0.32; s:* not 0.16; s:* not * 0.13; s:* of advice 0.04; s:* on -0.19
s:* on the -0.24; s:* one 0.11; s:* one * 0.16; s:* really 0.12; s:* really *ed 0.12; s:* so 0.11
s:* the 0.08; s:* the one 0.05; s:* then 0.15; s:* there -0.19; s:* there is -0.10; s:* time 0.15
s:* time a 0.04; s:* to * 0.14; s:* were 0.10; s:* were for 0.10; s:* what matters 0.19
s:* yes -0.23; s:* you 0.19; s:* you are -0.06; s:* you were 0.14; s:* you would 0.25; s:*ed -0.30
s:*ed where -0.04; s:*ed where by -0.04; s:*ing 0.38; s:*ing a -0.02; s:*ing a * -0.02
s:*ing for your 0.02; s:*ing nothing 0.24; s:*ing nothing to 0.11; s:*ing was 0.20
s:*ing was never 0.10; s:@day 0.19; s:@day @day 0.14; s:@day @day is 0.15; s:@day are 0.01
s:@day are * 0.01; s:@day used 0.07; s:@day used to 0.07; s:@feel -0.07; s:@feel to put 0.17
s:a 0.50; s:a # so 0.08; s:a * 0.41; s:a * * 0.60; s:a @feel 0.19; s:a bit -0.09; s:after 0.18
s:all right so 0.06; s:always *ing 0.10; s:always *ing and 0.10; s:an 0.22; s:an * 0.19
s:an * and 0.04; s:any -0.19; s:any * -0.08; s:are -0.12; s:are you -0.11; s:as 0.55
s:as long 0.26; s:as long as 0.26; s:as though 0.06; s:at 0.64; s:at # 0.01; s:at # * 0.01
s:at least 0.22; s:at least when 0.02; s:at the 0.15; s:at the *ing 0.06; s:at two 0.08
s:at two in 0.08; s:because he 0.02; s:because it -0.02; s:because there was 0.11
s:because they 0.42; s:because they * 0.16; s:because you 0.04; s:being 0.24; s:by 0.02
s:by then 0.07; s:by then you 0.07; s:can -0.53; s:come -0.16; s:come in -0.16; s:did not 0.24
s:did not even 0.10; s:did not look 0.04; s:did you -0.16; s:do -1.09; s:do not -0.61
s:do you -0.17; s:does -0.05; s:even 0.15; s:even *ing 0.13; s:even *ing is 0.13; s:even the 0.01
s:even the * 0.01; s:every 0.36; s:every * 0.42; s:every * you 0.01; s:every day okay 0.18
s:everybody at 0.05; s:everybody at the 0.05; s:everybody feels -0.09
s:everybody feels @feel -0.09; s:everyone -0.08; s:everything 0.15; s:everything * 0.31
s:everything * * 0.06; s:everything * through 0.12; s:for now 0.04; s:for now it 0.05
s:give -0.04; s:go -0.67; s:go * -0.10; s:going to 0.02; s:going to * 0.02; s:have -0.52
s:have you -0.38; s:he * her 0.05; s:he *ed -0.05; s:he gets to 0.01; s:he is 0.27
s:he is * -0.07; s:he is *ed 0.03; s:he is *ing 0.16; s:he is @feel 0.05; s:he is not -0.17
s:he is really 0.13; s:he said -0.03; s:he would not 0.05; s:how -1.46; s:how many -0.14
s:i -0.82; s:i *ed about 0.03; s:i am 0.30; s:i am *ing 0.61; s:i am @feel -0.13; s:i am not -0.64
s:i am sorry 0.12; s:i am sure 0.04; s:i can 0.06; s:i can hear 0.16; s:i can imagine 0.13
s:i can not -0.25; s:i do -0.02; s:i do * 0.09; s:i do not -0.59; s:i have -0.50; s:i just 0.11
s:i just * 0.14; s:i know -0.06; s:i think -0.12; s:i was *ing 0.06; s:i will -0.27
s:i would -0.29; s:if -0.24; s:if there -0.12; s:if those 0.06; s:if those # 0.06; s:if you -0.09
s:if you * -0.15; s:if you do 0.09; s:if you say 0.12; s:in 0.15; s:in the 0.09; s:in the * 0.12
s:is -0.14; s:is it -0.40; s:is that 0.06; s:is that the 0.14; s:it 0.39; s:it * 0.45
s:it * * -0.12; s:it * a 0.10; s:it * of -0.05; s:it * on -0.18; s:it * out 0.12; s:it * the 0.46
s:it * up -0.01; s:it * you 0.11; s:it *ed 0.44; s:it *ed the 0.24; s:it *ed you 0.03
s:it all 0.06; s:it all * 0.06; s:it could 0.35; s:it could be 0.01; s:it did 0.15
s:it did not 0.05; s:it does -0.14; s:it feels 0.18; s:it gets on -0.01; s:it goes up -0.09
s:it happened 0.05; s:it happened almost 0.07; s:it is -0.27; s:it is *ed -0.22; s:it is *ing 0.09
s:it is always -0.02; s:it is been 0.15; s:it is being 0.07; s:it is gone 0.03; s:it is got 0.04
s:it is how -0.03; s:it is just -0.03; s:it is less 0.14; s:it is more 0.38; s:it is still 0.02
s:it just got 0.07; s:it might 0.01; s:it said -0.04; s:it says -0.36; s:it sounds -0.05
s:it sounds like -0.02; s:it was -0.33; s:it was * -0.07; s:it would 0.09; s:it would have 0.11
s:its 0.09; s:its not that -0.08; s:just 0.07; s:just * 0.08; s:just keep 0.11
s:just keep trying 0.13; s:let me 0.12; s:let me try 0.02; s:let us -0.41; s:life 0.10
s:life got 0.10; s:life got in 0.10; s:like at -0.03; s:like it 0.04; s:like it was 0.11
s:look -0.15; s:looking 0.01; s:looking for 0.06; s:looking for the 0.06; s:love -0.19
s:love it -0.19; s:maybe -0.35; s:most -0.25; s:most * you 0.03; s:my -0.65; s:my * -0.43
s:new 0.09; s:new * 0.14; s:new * new 0.11; s:nice -0.22; s:nice to -0.10; s:nice to * -0.10
s:no -0.69; s:nobody -0.21; s:nobody on 0.01; s:nobody on * 0.01; s:not 0.44; s:not a 0.24
s:not a *ing 0.12; s:not even 0.20; s:not even a 0.09; s:not much 0.04; s:not much of 0.08
s:not one 0.08; s:not one day 0.16; s:not really -0.22; s:not the -0.22; s:not too 0.16
s:not too * 0.16; s:not your 0.04; s:not your * 0.04; s:of -0.04; s:of * -0.33; s:of all 0.09
s:of all the 0.09; s:on 0.20; s:on * 0.39; s:on and 0.01; s:on and off 0.01; s:on the one 0.03
s:once 0.20; s:once the 0.08; s:once the last 0.08; s:once they 0.05; s:once they had 0.05
s:one 0.79; s:one * 0.79; s:one * * 0.15; s:one * one 0.10; s:one year -0.01; s:only -0.22
s:out 0.09; s:out since 0.10; s:out since last 0.10; s:people -0.33; s:please -0.36
s:problem -0.08; s:put 0.04; s:put them 0.13; s:put them * 0.14; s:same 0.50; s:same * 0.47
s:same * * 0.12; s:same * same 0.21; s:same time 0.08; s:see -0.43; s:she -0.11; s:she * 0.38
s:she * * 0.12; s:she * you 0.26; s:she *ed -0.16; s:she *ed the -0.18; s:she can 0.01
s:she can see 0.01; s:she does -0.01; s:she is 0.31; s:she is *ed 0.39; s:she is *ing -0.13
s:she is an 0.10; s:she is looking 0.05; s:she is off 0.06; s:she is the 0.35; s:she noticed 0.17
s:she was -0.25; s:since -0.20; s:some 0.24; s:some * 0.08; s:somebody * -0.09
s:somebody said 0.18; s:somebody said no 0.18; s:something 0.27; s:something about 0.07
s:something about the 0.07; s:sometimes -0.06; s:sorry -0.37; s:take -0.63; s:take your -0.18
s:take your time -0.18; s:tell -0.07; s:tell him -0.05; s:thank -0.58; s:thank you -0.58
s:thanks -0.25; s:that 0.03; s:that * 0.51; s:that * at 0.14; s:that * me 0.07
s:that could work 0.03; s:that is -0.62; s:that is * -0.55; s:that is @feel -0.26
s:that is a -0.04; s:that is how 0.04; s:that is it -0.03; s:that is not 0.32
s:that is okay -0.20; s:that is only 0.18; s:that is something -0.02; s:that is the 0.03
s:that is what 0.02; s:that is when 0.14; s:that must 0.36; s:that must be 0.13; s:that one 0.02
s:that part 0.23; s:that part got 0.08; s:that sounds so 0.02; s:that was 0.45
s:that was @feel 0.05; s:that would -0.20; s:that would be -0.29; s:the 0.22; s:the # 0.21
s:the # * 0.28; s:the * 0.10; s:the * * 0.06; s:the * again 0.02; s:the * and -0.13
s:the * at -0.24; s:the * been 0.14; s:the * do 0.05; s:the * is 0.31; s:the * just 0.18
s:the * people 0.04; s:the * to 0.24; s:the * would 0.13; s:the *ing 0.15; s:there 0.21
s:there * -0.08; s:there is 0.20; s:there is # 0.14; s:there is * -0.25; s:there is a 0.28
s:there is even 0.12; s:there is nobody 0.01; s:there is not -0.15; s:there is one -0.08
s:there is the 0.08; s:there is usually -0.03; s:there it 0.02; s:there on 0.16
s:there on the 0.16; s:there was 0.24; s:there was some 0.07; s:there was the 0.11
s:there you -0.01; s:there you go -0.43; s:these 0.02; s:these are 0.04; s:these are not 0.04
s:they 0.09; s:they * -0.26; s:they are all 0.09; s:they are better 0.04; s:they are not -0.03
s:they are only -0.17; s:they have * 0.15; s:they have gone 0.02; s:they love 0.02
s:they love their 0.02; s:they went 0.15; s:they would 0.18; s:they would have 0.02
s:they would look 0.06; s:this -0.19; s:this * -0.08; s:this * has -0.03; s:this is the 0.06
s:this one -0.26; s:this one * -0.04; s:through 0.11; s:through the 0.11; s:through the * 0.11
s:to 0.22; s:to them 0.25; s:to them it 0.23; s:to you 0.01; s:today -0.21; s:today you -0.12
s:today you got -0.12; s:try -0.16; s:try that -0.09; s:try that for -0.09; s:two 0.64
s:two # -0.12; s:two # and -0.03; s:two * 0.39; s:two * in 0.12; s:two * is -0.11; s:two in 0.02
s:two in a 0.02; s:two then 0.10; s:two then one 0.10; s:we -0.29; s:we *ed 0.15; s:what -2.02
s:what about -0.06; s:what did -0.18; s:what do -0.29; s:what do you -0.22; s:what does -0.05
s:what happens -0.07; s:what is -0.16; s:what is * -0.14; s:what is it -0.17; s:what is one 0.16
s:what might -0.03; s:what was -0.43; s:what was going -0.07; s:what would -0.66; s:what you 0.29
s:what you are 0.06; s:what you really 0.08; s:when -0.50; s:when * 0.11; s:when * * 0.11
s:when did -0.06; s:when is -0.16; s:when is the -0.14; s:when was -0.24; s:when was the -0.19
s:when you -0.04; s:when you were -0.10; s:where -0.16; s:where does -0.07; s:which -0.21
s:which * -0.24; s:which means 0.02; s:which means it 0.02; s:who 0.05; s:who * -0.08
s:who is 0.51; s:who is * 0.12; s:who is *ing 0.06; s:who is not 0.02; s:why -0.32
s:why would 0.02; s:why would this 0.19; s:with -0.10; s:with * -0.03; s:with a -0.16
s:with a * -0.07; s:with somebody 0.08; s:without 0.07; s:without it 0.09; s:without it you 0.10
s:wonder 0.13; s:would -0.54; s:would you -0.14; s:yes -0.04; s:you 0.52; s:you * 0.09
s:you * that -0.13; s:you * time -0.03; s:you * up 0.15; s:you * when 0.17; s:you * your 0.13
s:you *ed 0.63; s:you *ed * 0.18; s:you *ed a 0.06; s:you @feel 0.62; s:you and -0.13
s:you and the -0.11; s:you are 0.01; s:you are # 0.05; s:you are * 0.13; s:you are *ing 0.03
s:you are @feel 0.81; s:you are a -0.96; s:you are asking 0.16; s:you are doing -0.05
s:you are going -0.33; s:you are her -0.01; s:you are here -0.30; s:you are in -0.16
s:you are just -0.18; s:you are on 0.01; s:you are saying 0.50; s:you are so -0.19
s:you are still 0.12; s:you are wondering 0.36; s:you can -0.65; s:you can * -0.30
s:you can be -0.14; s:you can look -0.04; s:you can not 0.36; s:you can put -0.10; s:you come 0.11
s:you could -0.37; s:you could ask -0.09; s:you could find -0.03; s:you could go -0.12
s:you could have -0.11; s:you could keep -0.07; s:you could not 0.27; s:you could see 0.12
s:you could start -0.02; s:you did not -0.05; s:you did the 0.05; s:you do 0.08; s:you do not 0.20
s:you feel 0.30; s:you feel about 0.09; s:you get -0.19; s:you get yourself -0.10; s:you go 0.14
s:you got 0.04; s:you got *ed 0.13; s:you got the 0.09; s:you got through -0.14; s:you have * 0.45
s:you have *ed 0.13; s:you have been -0.04; s:you have every -0.17; s:you have got -0.55
s:you have had 0.15; s:you have nothing -0.16; s:you have seen 0.29; s:you have started 0.02
s:you have to -0.27; s:you heard 0.17; s:you just -0.57; s:you just need -0.13; s:you know -0.04
s:you know that -0.19; s:you know the -0.08; s:you like 0.64; s:you like the 0.12
s:you like things 0.08; s:you like your 0.08; s:you look 0.25; s:you look at 0.13; s:you made 0.25
s:you might -0.43; s:you must -0.07; s:you need -0.57; s:you need it 0.03; s:you need to -0.48
s:you said 0.09; s:you saw that -0.04; s:you see 0.27; s:you should -0.83; s:you should have -0.11
s:you sound -0.10; s:you sound like -0.10; s:you take -0.25; s:you take it -0.07; s:you think 0.29
s:you think i 0.15; s:you thought 0.04; s:you want 0.06; s:you want to 0.06; s:you wanted 0.18
s:you went 0.14; s:you were 0.19; s:you were * -0.26; s:you were *ing 0.12; s:you will -0.54
s:you would 0.25; s:you would be -0.03; s:you would better -0.05; s:you would like 0.46
s:you would love 0.10; s:you would never -0.12; s:you would not -0.26; s:you would rather 0.66
s:you would want -0.23; s:your * -0.19; s:your * * 0.05; s:your * *ed 0.08; s:your * has -0.13
s:your * that -0.10; s:your * were 0.05; s:your * would -0.10; s:yours *ed 0.05
s:yours *ed * 0.05; share 0.92; taken 0.91; turned 0.92; w:12 0.24; w:20 -0.08; w:2nd 0.10
w:38 0.03; w:5th 0.09; w:a 0.05; w:about 0.14; w:above 0.05; w:academy 0.11; w:across 0.32
w:act 0.01; w:actual 0.07; w:add -0.12; w:added -0.19; w:address -0.01; w:adds -0.22
w:advice 0.04; w:afraid 0.30; w:afternoon 0.03; w:again 0.24; w:ago 0.24; w:ahead -0.10
w:air 0.23; w:alarm -0.14; w:alcohol -0.41; w:all 0.11; w:allowed -0.14; w:almost 0.46
w:along 0.75; w:already 0.81; w:also -0.29; w:always -0.23; w:am 0.29; w:amazing -0.47
w:among 0.16; w:amount -0.09; w:an -0.25; w:and 0.86; w:angle 0.07; w:annoys 0.09; w:answered 0.05
w:answers 0.18; w:any -1.01; w:anybody 0.34; w:anymore 0.53; w:anyone 0.07; w:anything -0.36
w:anyway -0.08; w:apologise 0.19; w:apology 0.18; w:app 0.05; w:apparently 0.08; w:appeal 0.04
w:are -0.07; w:around 0.08; w:arrow 0.06; w:as 0.52; w:ask -0.87; w:asked -0.21; w:asking 0.15
w:asthma -0.48; w:at -0.07; w:attention 0.08; w:autopilot 0.38; w:average -0.03; w:awake 0.47
w:away 0.40; w:awful -0.17; w:awkward 0.01; w:aww -0.08; w:baby -0.63; w:back 0.17; w:bad -0.56
w:bathroom -0.34; w:be 0.01; w:beaches -0.07; w:bear 0.09; w:beat 0.05; w:because -0.19
w:bed 0.26; w:bedroom -0.16; w:been 0.46; w:beer 0.09; w:before -0.21; w:being 1.08; w:bell 0.26
w:below 0.04; w:best -0.07; w:better -0.57; w:between 0.35; w:big 0.12; w:bigger 0.59
w:bill -0.52; w:billed -0.28; w:bin -0.16; w:birds -0.13; w:birth -0.23; w:bit 0.01; w:black -0.05
w:blame -0.01; w:blanket -0.30; w:blood -0.43; w:blue -0.50; w:body -0.12; w:boredom 0.19
w:bosses -0.01; w:both 0.19; w:bother -0.06; w:bothers 0.10; w:bottle 0.18; w:bottom -0.07
w:bought -0.30; w:bounces 0.22; w:box -0.68; w:boy 0.14; w:brain -0.32; w:brave -0.32
w:breath 0.07; w:breathe -0.12; w:breathing -0.39; w:brilliant -0.12; w:bring -0.44; w:broke 0.15
w:bronwyn 0.14; w:brown -0.01; w:buddy -0.02; w:building 0.23; w:built 0.07; w:burn -0.16
w:bursting -0.14; w:but 0.17; w:by 0.02; w:cake -0.17; w:call -0.36; w:called -0.37; w:came 0.20
w:can -0.20; w:cancel -0.01; w:car -0.07; w:careful 0.45; w:carried 0.13; w:carrying 0.26
w:cart -0.10; w:cats -0.05; w:caught 0.42; w:center -0.09; w:centimetres -0.06; w:cents -0.07
w:charger -0.03; w:chat -0.06; w:check 0.05; w:chest -0.26; w:chew -0.03; w:chlorophyll 0.04
w:cigarettes -0.10; w:city 0.06; w:class -0.26; w:click -0.06; w:climb 0.01; w:clinic 0.06
w:clock 0.30; w:close 0.48; w:clothes -0.01; w:coat -0.16; w:coffee -0.54; w:cold 0.18
w:come -0.18; w:comes 0.47; w:commute 0.09; w:complicated -0.03; w:control -0.32
w:conversation 0.01; w:convinced 0.63; w:cool -0.23; w:copy -0.06; w:corner 0.28; w:corridor 0.11
w:cost 0.46; w:could -0.07; w:count 0.12; w:counted 0.06; w:couple 0.09; w:course -0.38
w:courteous 0.03; w:covers -0.15; w:cramp -0.27; w:crazy -0.12; w:creeping 0.17; w:crept 0.10
w:cruel 0.05; w:cry -0.12; w:cut -0.46; w:dad 0.21; w:damage -0.23; w:date -0.33; w:daughter 0.18
w:days 0.25; w:decibels 0.03; w:decide -0.08; w:decided 0.05; w:decision -0.22; w:deck 0.02
w:deep 0.07; w:deeper 0.10; w:department 0.01; w:desk 0.05; w:dialysis -0.05; w:diary -0.01
w:did -0.04; w:different 0.37; w:disappear 0.12; w:do -0.68; w:doctor -0.03; w:does -0.25
w:dog -0.21; w:doing 0.07; w:dollar -0.33; w:dollars -0.13; w:done -0.77; w:door 0.47
w:doors 0.15; w:dose -0.16; w:down -0.05; w:dragon 0.11; w:drawer 0.22; w:dreading 0.10
w:drink -0.19; w:drinking 0.13; w:drive -0.08; w:dropped 0.28; w:drops -0.06; w:due -0.08
w:dumb -0.50; w:earache 0.04; w:early -0.43; w:earn 0.13; w:earplugs -0.27; w:ears 0.01
w:easier 0.09; w:edge 0.30; w:eight -0.25; w:eighteen -0.08; w:eighty -0.24; w:either 0.13
w:electric -0.33; w:em 0.09; w:embarrassing -0.28; w:empty 0.32; w:end 0.17; w:ending 0.18
w:enough 0.45; w:entitled -0.19; w:euros -0.10; w:even 0.29; w:evening 0.15; w:evenings 0.29
w:everybody -0.08; w:everyone -0.02; w:everyone's -0.01; w:everything 0.50; w:everywhere 0.20
w:exactly -0.49; w:except 0.01; w:excuse 0.03; w:expecting 0.09; w:extra -0.01; w:eyes 0.26
w:facts -0.08; w:fall 0.27; w:family 0.29; w:fan -0.26; w:far 0.04; w:fed 0.22; w:feel 0.20
w:feeling 0.25; w:feels 0.80; w:feet 0.10; w:fifteen -0.06; w:fifteenth 0.04; w:fifty -0.39
w:fifty's 0.11; w:fight 0.04; w:filled 0.20; w:filling -0.03; w:fills 0.19; w:finding -0.08
w:fine -0.10; w:fire 0.23; w:firm -0.10; w:first -0.44; w:fit -0.15; w:five -0.35; w:fiver 0.10
w:fixed 0.11; w:flames -0.14; w:flatters 0.05; w:floor -0.44; w:flu -0.06; w:flying 0.10
w:folks 0.07; w:follow -0.09; w:food -0.27; w:football 0.05; w:for -0.20; w:form -0.24
w:formula -0.08; w:fort 0.07; w:four 0.13; w:fours 0.14; w:fourth 0.33; w:fresh 0.05
w:fridays 0.09; w:from 0.07; w:front 0.31; w:full 0.28; w:fun 0.41; w:funny -0.12; w:furious 0.25
w:further 0.33; w:game -0.05; w:gaming -0.11; w:gap 0.34; w:gate -0.11; w:gene 0.02; w:get -0.08
w:gets 0.45; w:getting 0.68; w:girl 0.25; w:give -0.13; w:giving -0.18; w:glad -0.02; w:go -0.55
w:goat -0.16; w:going -0.09; w:gone 0.51; w:gonorrhea -0.11; w:good -0.76; w:goodbye 0.04
w:gossip -0.07; w:great -0.83; w:grew 0.04; w:grief 0.09; w:group -0.72; w:groups -0.15
w:grovelling 0.12; w:guess 0.35; w:gum -0.17; w:guy 0.04; w:guys -0.23; w:h 0.05; w:ha -0.72
w:had 0.55; w:haha -0.18; w:half -0.05; w:hall -0.06; w:hamstring 0.17; w:hand 0.12
w:handing 0.01; w:hands 0.41; w:handy 0.01; w:hang -0.09; w:happened 0.12; w:happy -0.11
w:hard 0.31; w:harder 0.70; w:has -0.12; w:hated -0.15; w:have -0.29; w:having 0.53; w:he 0.11
w:head's 0.22; w:headphones 0.02; w:health -0.08; w:hear 0.39; w:heard 0.38; w:hearing 1.02
w:heart 0.03; w:heat 0.06; w:heavier 0.35; w:heavy -0.09; w:hell -0.10; w:help -0.24
w:helping -0.36; w:helps -0.08; w:her 0.22; w:here -0.27; w:hide 0.23; w:hiding 0.09; w:high -0.15
w:him 0.10; w:his 0.05; w:hit 0.20; w:holding 0.47; w:hole 0.12; w:home 0.29; w:honest -0.26
w:hook 0.10; w:hop 0.07; w:hope 0.08; w:hopeless 0.08; w:hospital -0.10; w:hour -0.32
w:hours -0.11; w:house 0.71; w:how -0.52; w:huge -0.24; w:huh -0.20; w:human 0.06; w:hundred -0.30
w:hundreds -0.02; w:hurt -0.30; w:hurting 0.04; w:hurts 0.57; w:i -0.22; w:id -0.80; w:idea 0.25
w:ideas 0.37; w:if -0.33; w:ill -1.10; w:imagine 0.42; w:important -0.66; w:in 0.15
w:incredibly 0.07; w:injury 0.10; w:inside 0.28; w:inspected -0.10; w:insult 0.01; w:into 0.20
w:invoice 0.10; w:is -0.11; w:it 0.24; w:its -0.08; w:itself 0.36; w:january -0.03; w:jar 0.01
w:jaw 0.10; w:jet 0.15; w:job -0.03; w:joke 0.02; w:jonah -0.10; w:just -0.10; w:justice 0.09
w:keep -0.12; w:keeping 0.27; w:kid 0.11; w:kidding -0.08; w:kidneys -0.01; w:kids -0.58
w:kind -0.35; w:kindness 0.11; w:kirsty 0.10; w:kitchen 0.24; w:knees 0.02; w:knew 0.38
w:knocks 0.08; w:know -0.31; w:knowing 0.15; w:knows 0.18; w:label -0.08; w:lady 0.32; w:lag 0.15
w:landing 0.35; w:lands 0.14; w:lane 0.01; w:lantern -0.02; w:laptop 0.14; w:last -0.26
w:late 0.24; w:lately 0.12; w:laugh 0.29; w:law -0.10; w:lay -0.01; w:layers 0.11; w:leak -0.07
w:learn -0.18; w:left 0.20; w:legion 0.03; w:lemon 0.09; w:length -0.01; w:less 0.26; w:let 0.39
w:letter -0.15; w:lewis -0.11; w:library -0.06; w:lie -0.03; w:life 0.24; w:light 0.11
w:lighter -0.23; w:lightning 0.23; w:like -0.22; w:line 0.04; w:link -0.04; w:listen -0.11
w:listening -0.04; w:lit 0.03; w:litter -0.04; w:little -0.03; w:living 0.35; w:lock -0.08
w:locked 0.07; w:lodger 0.03; w:logged -0.07; w:lonely 0.08; w:long 0.20; w:longer 0.06
w:longing 0.05; w:loo 0.09; w:look -0.05; w:looking 0.15; w:loopy 0.08; w:lose 0.69; w:losing 0.13
w:loss -0.01; w:losses 0.12; w:lost -0.04; w:lots -0.25; w:loud -0.09; w:love 0.21; w:lovely -0.54
w:loving -0.03; w:low -0.12; w:lower -0.11; w:lucas 0.13; w:lying 0.16; w:lyon 0.02
w:machine 0.02; w:made 0.56; w:mailbox -0.02; w:main 0.15; w:make -0.10; w:making -0.18
w:man 0.03; w:manager -0.03; w:manual -0.10; w:marcus 0.01; w:mark 0.39; w:market -0.10
w:marking -0.10; w:match 0.02; w:mates 0.10; w:math 0.35; w:matter 0.07; w:matters 0.26
w:may -0.55; w:me -0.50; w:mealtime -0.01; w:mean -0.12; w:means 0.30; w:measured -0.17
w:meet -0.18; w:meetings -0.02; w:memory -0.10; w:middle 0.07; w:might -0.09; w:million 0.10
w:minimizing -0.12; w:minimum -0.16; w:minus -0.43; w:minutes -0.19; w:mirror -0.06; w:miss 0.51
w:missing 0.45; w:moment 0.04; w:moments 0.25; w:monday -0.13; w:money 0.22; w:month -0.56
w:months 0.15; w:more 0.46; w:morning 0.01; w:mornings 0.09; w:most -0.03; w:mother -0.15
w:motivation -0.02; w:motorway 0.13; w:mould 0.03; w:mouse 0.06; w:mouth 0.36; w:much 0.19
w:muffled 0.09; w:must 0.64; w:my -0.65; w:name -0.62; w:nationals -0.09; w:near 0.03
w:nearly 0.28; w:need -0.67; w:needed -0.23; w:needs 0.16; w:never -0.34; w:new -0.04
w:newspapers 0.04; w:next -0.06; w:nice -0.06; w:nicely -0.16; w:night 0.42; w:nineteen 0.16
w:nineties 0.16; w:no 0.14; w:nobody 0.25; w:noise 0.04; w:none -0.32; w:normal -0.05
w:normally -0.02; w:not 0.58; w:note 0.11; w:notes -0.28; w:nothing -0.12; w:noticed 0.39
w:now 0.09; w:numbers 0.06; w:nurse -0.14; w:nursery 0.09; w:nursing -0.14; w:o'clock 0.13
w:of 0.38; w:off 0.26; w:often 0.04; w:old 0.26; w:once 0.04; w:one 0.06; w:one's -0.54
w:ones -0.58; w:only 0.24; w:opening -0.04; w:or -0.43; w:order -0.17; w:oslo -0.14; w:other 0.06
w:ouch 0.22; w:our -0.21; w:ours -0.08; w:out 0.02; w:over 0.36; w:overwhelming 0.11; w:own 0.29
w:pace 0.02; w:paid 0.02; w:pain -0.07; w:painful 0.11; w:pantry 0.09; w:parcel -0.11
w:parents -0.03; w:park -0.39; w:part 0.44; w:partly 0.18; w:partner -0.20; w:party 0.58
w:pass 0.45; w:passed -0.13; w:passenger 0.08; w:past 0.41; w:patch -0.16; w:patient 0.16
w:pattern 0.06; w:pay -0.04; w:paying -0.01; w:payslip -0.01; w:peace 0.48; w:people -0.49
w:percent -0.15; w:period -0.16; w:person 0.66; w:phone -0.94; w:phones -0.28; w:pick -0.03
w:picked 0.07; w:picker -0.04; w:picture -0.07; w:pictures -0.19; w:pieces 0.12; w:pill -0.16
w:pills 0.11; w:pink -0.07; w:pipe -0.06; w:place 0.41; w:plans 0.16; w:plant -0.07; w:plants 0.07
w:plastic -0.16; w:playing -0.18; w:please -0.43; w:plus -0.06; w:pocket 0.44; w:pointless 0.08
w:points 0.09; w:policy -0.21; w:post -0.03; w:postcode -0.03; w:pound -0.13; w:pressure's -0.01
w:price 0.19; w:proactive -0.10; w:probably -0.44; w:problem -0.01; w:professional -0.10
w:programme 0.14; w:protecting -0.18; w:proud -0.20; w:pulling 0.37; w:purple 0.01
w:pushing -0.24; w:put -0.23; w:putting -0.48; w:question 0.19; w:queue 0.30; w:queuing 0.02
w:quickly -0.02; w:quiet 0.68; w:quiet's 0.13; w:quieter 0.18; w:quite 0.15; w:rather 0.40
w:read -0.41; w:ready -0.11; w:real 0.40; w:rear -0.03; w:reason -0.19; w:reasonable 0.06
w:reckon 0.13; w:record 0.22; w:red -0.27; w:refilling -0.05; w:relief 0.14; w:remembering 0.09
w:respect -0.06; w:responsibility -0.23; w:rest 0.22; w:returns -0.04; w:review -0.23
w:rhonda 0.05; w:ribbing 0.02; w:rice -0.17; w:ride 0.01; w:right -0.17; w:ring -1.02
w:rings 0.24; w:risk 0.41; w:road 0.05; w:romantic 0.16; w:roof 0.03; w:room 0.55; w:rope -0.07
w:roughly 0.03; w:roulette -0.16; w:round 0.38; w:rows 0.29; w:running -0.19; w:russian -0.16
w:sadness 0.33; w:safe 0.06; w:said -0.45; w:same 0.20; w:sat 0.09; w:saturdays 0.17
w:saves -0.24; w:saving -0.06; w:say -0.72; w:saying 0.79; w:says -0.81; w:scared 0.19
w:scares 0.05; w:scarier 0.26; w:scary -0.20; w:scene 0.04; w:school -0.64; w:screens -0.18
w:second -0.19; w:see 0.44; w:seeing 0.09; w:seem -0.09; w:seems 0.36; w:seen 0.59; w:sees 0.37
w:send -0.17; w:sense -0.22; w:sentence 0.12; w:seriously 0.03; w:set -0.02; w:seven 0.01
w:share -0.08; w:sheet -0.26; w:shot -0.16; w:should -1.11; w:shouting 0.03; w:shovels 0.26
w:showing -0.14; w:shown 0.06; w:shuffles 0.06; w:shut 0.60; w:shuts 0.05; w:side 0.34
w:sides 0.14; w:sign -0.50; w:signal 0.02; w:signature 0.04; w:signed -0.18; w:silence 0.11
w:since -0.29; w:single -0.09; w:siren 0.13; w:sit 0.13; w:sitting 0.49; w:six -0.07
w:sixty -0.21; w:sleeping -0.01; w:slide 0.03; w:slowly -0.03; w:small 0.25; w:smells -0.10
w:smoke -0.69; w:smoking -0.23; w:sneeze 0.02; w:so 0.11; w:socks 0.24; w:soda 0.33; w:sold -0.10
w:some 0.26; w:somebody 0.59; w:someone -0.03; w:something 0.23; w:something's 0.34
w:sometimes -0.66; w:somewhere 0.45; w:sore 0.08; w:sorry -0.18; w:sound -0.06; w:space 0.08
w:spark 0.04; w:speaking -0.12; w:spend 0.10; w:spent 0.25; w:spoon 0.07; w:spotted 0.09
w:spring -0.17; w:square -0.02; w:stacks 0.06; w:stand 0.10; w:standing 0.11; w:start -0.05
w:started 0.60; w:starting 0.20; w:starts 0.32; w:state 0.04; w:stays 0.21; w:step -0.08
w:stick 0.20; w:stickers 0.06; w:still 0.15; w:stomach 0.33; w:stop -0.04; w:stopped 0.11
w:strange 0.06; w:strangers 0.16; w:street -0.37; w:stretched 0.03; w:strong -0.18; w:stuck 0.06
w:student -0.03; w:study -0.06; w:stuff -0.46; w:stuffed -0.10; w:stung 0.14; w:stupid -0.34
w:sugar -0.06; w:suggest 0.05; w:sums 0.09; w:sunday 0.06; w:super -0.18; w:supply -0.19
w:supposed -0.26; w:sure 0.70; w:surprised -0.58; w:swap -0.01; w:switch 0.10; w:table 0.24
w:tablet -0.11; w:tablets -0.23; w:take -0.36; w:taken 0.01; w:talent -0.05; w:talk -0.27
w:talked -0.11; w:taste -0.01; w:tasting -0.02; w:teeth -0.15; w:telling 0.73; w:tells 0.16
w:ten 0.21; w:test 0.03; w:than 0.28; w:thank -0.94; w:thanks -0.61; w:that 0.17; w:the 0.19
w:them's 0.03; w:themselves 0.15; w:then -0.08; w:there 0.37; w:they 0.15; w:thing 0.04
w:things -0.75; w:think -0.21; w:thinking 0.19; w:thirteenth 0.05; w:thirty -0.20; w:this -0.20
w:those -0.11; w:though -0.13; w:thought 0.25; w:thousands -0.03; w:threw 0.06; w:through 0.12
w:thursday -0.43; w:ticket 0.16; w:ticking 0.12; w:times 0.06; w:timing -0.10; w:tiny -0.16
w:tipped 0.37; w:to 0.03; w:toast 0.12; w:today -0.73; w:together 0.13; w:toilet -0.20; w:too 0.02
w:took -0.05; w:top 0.64; w:total -0.13; w:tough -0.11; w:toy 0.05; w:track 0.27; w:trade 0.12
w:train 0.28; w:training -0.03; w:treasurer 0.10; w:truck -0.24; w:true 0.20; w:trust 0.28
w:trusted 0.07; w:try -0.32; w:trying 0.63; w:turned 0.51; w:turns 0.24; w:twelve 0.09
w:twenty -0.21; w:twice 0.58; w:twins -0.04; w:two -0.19; w:ty 0.15; w:under -0.32
w:underneath 0.38; w:understood 0.06; w:unin -0.31; w:unlucky 0.03; w:unsure -0.43; w:until -0.23
w:untouchable 0.01; w:up 0.43; w:upload -0.12; w:upset -0.08; w:us -0.28; w:used 0.12
w:using 0.05; w:usually -0.14; w:vacation 0.09; w:vape -0.16; w:very -0.47; w:wait -0.10
w:waiting 0.40; w:wallet -0.05; w:wanted 0.40; w:wants 0.21; w:warm 0.51; w:was 0.43
w:wasting -0.04; w:watch 0.16; w:watching 0.51; w:water -0.06; w:way 0.39; w:we -0.06
w:wedding -0.02; w:wednesdays 0.06; w:week -0.09; w:weekends 0.08; w:weeks -0.22; w:weird -0.09
w:welcome -0.11; w:went 0.52; w:were 0.16; w:westgate 0.10; w:wet -0.06; w:what 0.09
w:whatever 0.02; w:wheel 0.13; w:wheels 0.41; w:where 0.21; w:whether 0.44; w:which -0.06
w:whichever 0.10; w:while 0.32; w:white -0.12; w:who 0.35; w:whole 0.32; w:why -0.45; w:wide 0.37
w:wife -0.02; w:will -0.82; w:willing -0.07; w:win 0.04; w:window 0.21; w:wine -0.10
w:withdraw 0.14; w:without 0.55; w:women -0.19; w:won 0.10; w:wonder 0.52; w:wonderful -0.13
w:wondering 0.56; w:word 0.62; w:work 0.40; w:worked 0.34; w:workers -0.14; w:works -0.58
w:worried 0.22; w:worries -0.10; w:worth -0.07; w:would 0.20; w:write -0.51; w:written 0.13
w:wrong 0.43; w:yeah -0.87; w:year -0.36; w:years 0.13; w:yes -0.54; w:yet 0.17; w:you -0.07
w:your -0.01; w:yours 0.14; w:yourself 0.32; w:zero 0.31; who: -0.61; who:i -1.92; who:you -0.07
who:youi 0.24
"""
