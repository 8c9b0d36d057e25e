"""Learned weights of ``question``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.66, 1.096, -0.424)
WEIGHTS = """
after ask -0.70; after question -1.18; b:# * -0.03; b:# a 0.41; b:# and 0.12; b:# how 0.12
b:# is 0.10; b:# off 0.03; b:# one -0.12; b:# to -0.26; b:# what 0.06; b:# why 0.18; b:* * -0.04
b:* *ed 0.14; b:* @feel -0.02; b:* a -0.09; b:* again 0.15; b:* anybody -0.05; b:* are 0.24
b:* at 0.04; b:* away -0.07; b:* before 0.08; b:* by 0.02; b:* can 0.19; b:* could 0.14
b:* did 0.10; b:* do 0.55; b:* does 0.04; b:* every -0.01; b:* everything -0.16; b:* for 0.17
b:* from 0.20; b:* gets -0.05; b:* how 0.34; b:* i 0.07; b:* in -0.18; b:* is 0.23; b:* it -0.24
b:* me -0.44; b:* next 0.02; b:* now -0.25; b:* of 0.18; b:* on -0.06; b:* or 0.18
b:* please 0.04; b:* right 0.53; b:* so -0.03; b:* that -0.27; b:* the 0.08; b:* then 0.45
b:* there -0.10; b:* they -0.11; b:* to 0.11; b:* today 0.22; b:* together 0.01; b:* two 0.04
b:* up -0.24; b:* us -0.08; b:* we 0.05; b:* when 0.05; b:* will -0.08; b:* with -0.03
b:* without 0.04; b:* work 0.08; b:* would 0.05; b:* you -0.20; b:* your 0.02; b:*ed * 0.21
b:*ed for -0.17; b:*ed from -0.01; b:*ed goes -0.03; b:*ed how -0.15; b:*ed or 0.09
b:*ed up -0.27; b:*ing anything 0.21; b:*ing do 0.09; b:*ing for -0.04; b:*ing in -0.06
b:*ing my 0.07; b:*ing okay 0.37; b:*ing out 0.16; b:*ing the -0.31; b:*ing to -0.15
b:*ing up 0.14; b:*ing with 0.08; b:*ing you 0.01; b:@day * 0.18; b:@feel * 0.09
b:@feel @feel -0.05; b:@feel and -0.06; b:@feel did 0.18; b:@feel of -0.08; b:@feel stop 0.02
b:@feel to 0.09; b:@feel when -0.05; b:@feel you 0.31; b:a * 0.13; b:a big -0.05; b:a bit -0.16
b:a go -0.18; b:a good -0.19; b:a little 0.04; b:a lot -0.28; b:a year 0.01; b:about # -0.01
b:about *ing -0.16; b:about an 0.01; b:about first -0.07; b:about how 0.03; b:about the 0.31
b:about yourself 0.10; b:after the -0.17; b:agree with 0.06; b:am curious 0.09; b:am going -0.02
b:am good 0.02; b:am here -0.08; b:am i 0.20; b:am sorry 0.07; b:am very 0.03; b:an @day 0.11
b:and * -0.19; b:and @feel -0.06; b:and i -0.22; b:and not 0.38; b:and the 0.04; b:and you 0.10
b:another day 0.09; b:any * 0.45; b:any other 0.52; b:anyone at 0.04; b:anyone else 0.07
b:anyone want 0.06; b:anything else 0.23; b:anything to 0.05; b:anything up 0.03; b:are * -0.10
b:are *ed -0.28; b:are *ing -0.05; b:are @feel -0.08; b:are doing -0.01; b:are here 0.02
b:are just 0.07; b:are they 0.15; b:are two -0.18; b:are we 0.08; b:are you 0.65; b:as a 0.12
b:as before 0.08; b:as it 0.01; b:ask whether 0.09; b:ask who 0.01; b:at # -0.17; b:at all 0.43
b:at it -0.22; b:at the 0.07; b:bad time 0.04; b:be * -0.26; b:be @feel -0.09; b:be a 0.14
b:be any -0.21; b:been *ing 0.11; b:been going 0.25; b:being *ed -0.14; b:better for 0.11
b:big one -0.15; b:bit about 0.18; b:bit of -0.34; b:by * 0.11; b:by a 0.07; b:by when 0.06
b:can * -0.47; b:can be -0.09; b:can i 1.06; b:can it -0.01; b:can not 0.02; b:can see -0.20
b:can share 0.05; b:can somebody 0.05; b:can we 0.69; b:can you 0.04; b:come out 0.09
b:could be -0.20; b:could i 0.54; b:could say 0.05; b:could we 0.25; b:could you 0.08
b:curious what 0.09; b:day life 0.01; b:day off 0.06; b:day with 0.02; b:describe that 0.03
b:did i 0.09; b:did not -0.24; b:did something 0.28; b:did that 0.14; b:did you 0.10; b:do # 0.09
b:do any 0.07; b:do i 0.01; b:do if -0.08; b:do is -0.74; b:do not 0.02; b:do we 0.43
b:do what -0.15; b:do you 0.47; b:does anyone 0.06; b:does everybody 0.39; b:does make 0.02
b:does not -0.36; b:does that 0.58; b:does the 0.15; b:else could 0.02; b:else is -0.17
b:else you 0.03; b:every * -0.18; b:everybody have 0.18; b:everyone ready 0.07
b:everything you -0.02; b:first that -0.08; b:for # 0.19; b:for * -0.09; b:for *ing -0.02
b:for me 0.35; b:for you 0.03; b:from # -0.21; b:from the 0.18; b:from you 0.06; b:get # 0.04
b:get a -0.32; b:get better -0.01; b:get to -0.01; b:gets most -0.05; b:gets there -0.03
b:give him 0.13; b:give it -0.06; b:give them -0.13; b:go * 0.29; b:goes * 0.11
b:goes @feel -0.08; b:good how 0.08; b:got * -0.02; b:got into 0.08; b:got it 0.20
b:got two -0.20; b:had * -0.12; b:had some 0.09; b:happen * 0.06; b:happen at 0.01
b:happens just -0.12; b:has he 0.06; b:has she 0.18; b:has something 0.15; b:have # 0.14
b:have *ed -0.26; b:have a -0.57; b:have any 0.26; b:have anything 0.09; b:have got -0.58
b:have i 0.03; b:have no -0.04; b:have not 0.07; b:have that 0.22; b:have the 0.28
b:have they 0.16; b:have to -0.33; b:have you 0.50; b:he is 0.03; b:he said -0.02; b:he say -0.02
b:he was -0.03; b:help me 0.05; b:here is -0.04; b:how about -0.19; b:how can 0.20; b:how did 0.22
b:how is 0.27; b:how many 0.19; b:how you -0.14; b:i * 0.06; b:i *ed -0.13; b:i *ing 0.04
b:i am 0.01; b:i ask 0.12; b:i can 0.01; b:i could -0.20; b:i get 0.07; b:i go 0.09; b:i had -0.14
b:i have -0.18; b:i help 0.34; b:i just -0.18; b:i know -0.29; b:i mean -0.01; b:i need 0.11
b:i put 0.13; b:i see 0.05; b:i take 0.09; b:i think -0.13; b:i were -0.03; b:i will -0.20
b:i wish -0.05; b:i wonder 0.01; b:i work -0.07; b:i would -0.06; b:if i 0.69; b:if it -0.15
b:if there -0.10; b:if you 0.01; b:if your -0.01; b:in one -0.09; b:in that -0.03; b:in the -0.23
b:in what 0.07; b:in your 0.27; b:into it 0.08; b:is # 0.10; b:is * -0.05; b:is *ed -0.22
b:is *ing 0.02; b:is a 0.02; b:is been 0.28; b:is doing -0.08; b:is everyone 0.07; b:is how -0.25
b:is it 0.79; b:is just -0.05; b:is not -0.48; b:is on -0.28; b:is one 0.01; b:is she 0.13
b:is so -0.01; b:is something -0.08; b:is the 0.40; b:is there 0.27; b:is we -0.08
b:is what -0.55; b:is you -0.44; b:is your 0.03; b:it * 0.03; b:it @feel 0.21; b:it also -0.10
b:it at -0.02; b:it be 0.20; b:it been 0.04; b:it do -0.03; b:it does -0.24; b:it feels -0.01
b:it for -0.16; b:it gets -0.39; b:it goes -0.13; b:it happens 0.04; b:it have 0.04; b:it i -0.03
b:it in 0.02; b:it is -0.41; b:it might -0.11; b:it really -0.07; b:it said 0.03; b:it says -0.03
b:it seems -0.09; b:it there 0.05; b:it was -0.18; b:it will 0.03; b:it you -0.10; b:its not -0.01
b:just * -0.31; b:just *ing 0.09; b:just how -0.02; b:just looking 0.08; b:just the 0.05
b:keep going -0.14; b:keep you 0.02; b:kind of 0.23; b:know that -0.32; b:know this -0.02
b:know what -0.04; b:let me -0.53; b:like to 0.30; b:like what -0.01; b:like you -0.49
b:likely is -0.03; b:long * 0.08; b:long will -0.06; b:look at -0.15; b:look like 0.15
b:love that 0.01; b:make people 0.02; b:make sure -0.06; b:make today -0.12; b:makes that -0.03
b:many * -0.12; b:many people 0.15; b:matter the 0.03; b:may i 0.47; b:me * -0.17; b:me about 0.41
b:me know -0.12; b:me more 0.10; b:me through 0.71; b:me understand 0.10; b:me what -0.06
b:mean by 0.14; b:means is -0.05; b:mind if -0.04; b:more about 0.77; b:more likely -0.03
b:more than -0.42; b:most of -0.22; b:most to 0.03; b:my * -0.16; b:need a -0.10; b:need your 0.05
b:nobody *ed -0.04; b:not a -0.05; b:not do 0.08; b:not have -0.05; b:not it 0.01; b:not take 0.15
b:not that -0.09; b:not use -0.04; b:not what -0.05; b:of * 0.20; b:of a -0.04; b:of it -0.23
b:of that 0.21; b:of the 0.09; b:of those -0.02; b:of what -0.38; b:of your -0.20; b:of yours 0.04
b:off would 0.08; b:on * -0.11; b:on a 0.01; b:on it -0.04; b:on the -0.15; b:on this 0.11
b:one * 0.03; b:one and 0.10; b:one at -0.02; b:one for -0.04; b:one of -0.11; b:one on 0.07
b:one to 0.01; b:or # -0.31; b:or * 0.07; b:or *ing 0.06; b:or we -0.04; b:other * 0.11
b:other questions 0.02; b:our * 0.08; b:out * 0.06; b:out as 0.03; b:part of -0.01
b:people go 0.04; b:put the 0.06; b:questions on 0.03; b:rather hear 0.01; b:rather talk -0.07
b:recommend you 0.06; b:right * -0.13; b:said how 0.05; b:said no 0.14; b:said you 0.08
b:same * 0.11; b:say after -0.08; b:say more 0.07; b:say one 0.05; b:see how -0.09
b:see you -0.13; b:sense of 0.10; b:she *ed 0.07; b:she goes 0.09; b:she is -0.44
b:should be -0.09; b:should have 0.06; b:should i -0.02; b:show us -0.10; b:since when 0.31
b:so @feel -0.16; b:so i 0.10; b:somebody * 0.22; b:somebody who -0.11; b:something *ed 0.09
b:something happen 0.30; b:something you -0.04; b:start is -0.03; b:start to 0.10
b:start with 0.11; b:still have 0.17; b:take another 0.05; b:take me 0.10; b:take the 0.22
b:take your -0.04; b:talk about -0.22; b:talk me 0.26; b:tell me 0.48; b:tell you -0.08
b:than one 0.08; b:than you -0.03; b:thank you -0.16; b:that * 0.17; b:that *ed 0.12
b:that @feel 0.09; b:that anyone 0.03; b:that away -0.01; b:that bad -0.08; b:that be 0.41
b:that for 0.24; b:that important -0.03; b:that in 0.01; b:that is -0.54; b:that means -0.08
b:that more -0.03; b:that take -0.06; b:that was -0.10; b:that we -0.19; b:that work 0.14
b:that you -0.64; b:that your -0.16; b:the # 0.07; b:the * -0.10; b:the @feel 0.13
b:the last 0.23; b:the most 0.49; b:the problem 0.07; b:the same -0.29; b:the time 0.06
b:the two 0.36; b:the way 0.05; b:the well -0.04; b:their * 0.09; b:them a -0.07
b:there anything 0.21; b:there are -0.34; b:there for -0.01; b:they * 0.01; b:they are -0.23
b:they can -0.10; b:they told 0.07; b:thing is -0.03; b:thing would 0.01; b:things matter 0.03
b:things though 0.02; b:this * 0.27; b:this right -0.08; b:those where -0.05; b:through @day 0.10
b:through a 0.04; b:time does -0.09; b:time off 0.05; b:to # 0.12; b:to * -0.43; b:to ask 0.15
b:to change 0.14; b:to day 0.08; b:to do -0.07; b:to get -0.04; b:to give -0.12; b:to go 0.07
b:to hear 0.37; b:to help -0.05; b:to her 0.07; b:to if 0.04; b:to it -0.07; b:to keep -0.18
b:to know 0.26; b:to look -0.02; b:to make 0.01; b:to say -0.15; b:to see 0.03; b:to take -0.19
b:to the -0.18; b:to what 0.38; b:to you 0.03; b:together and 0.08; b:told me -0.12
b:told you 0.09; b:two * 0.06; b:two more -0.07; b:two or -0.23; b:understand why 0.03
b:until @day 0.08; b:up to -0.04; b:use when -0.06; b:used for 0.04; b:used to -0.12
b:walk me 0.07; b:want me -0.11; b:was * -0.05; b:was it 0.37; b:was just 0.16; b:was that 0.38
b:we * 0.06; b:we *ed 0.12; b:we agree 0.02; b:we are 0.03; b:we can -0.36; b:we do -0.12
b:we put 0.08; b:we used 0.05; b:we would -0.12; b:week * 0.21; b:well * 0.06; b:were you -0.11
b:what # 0.09; b:what * 0.40; b:what are 0.44; b:what do 0.23; b:what does 0.26
b:what happened 0.30; b:what happens -0.29; b:what he -0.20; b:what i -1.00; b:what is 0.23
b:what it -0.19; b:what matters -0.05; b:what might 0.18; b:what see -0.01; b:what she -0.03
b:what should -0.08; b:what that -0.30; b:what to -0.19; b:what we -0.81; b:what what -0.02
b:what will 0.04; b:what would 0.77; b:what you -1.13; b:when did 0.16; b:when i -0.39
b:when is 0.12; b:when she 0.08; b:when was 0.02; b:where does 0.23; b:where is 0.19
b:where it -0.16; b:where people 0.09; b:where the -0.08; b:which * 0.51; b:which one 0.35
b:which things 0.03; b:who are -0.11; b:who else 0.07; b:who you -0.05; b:why * 0.06
b:why that 0.10; b:why would -0.05; b:will * -0.12; b:will i -0.01; b:will you 0.18; b:with # 0.03
b:with a 0.13; b:with it 0.19; b:with the 0.02; b:wonder what 0.08; b:work @feel -0.13
b:work better 0.11; b:would an 0.11; b:would be -0.21; b:would come 0.03; b:would give -0.02
b:would i -0.24; b:would it 0.18; b:would rather -0.07; b:would suggest -0.04; b:would that 0.61
b:would this -0.11; b:would you 0.46; b:you * -0.09; b:you are -0.53; b:you at 0.04; b:you be 0.15
b:you better 0.11; b:you can -0.75; b:you do 0.01; b:you ever 0.08; b:you for -0.11
b:you get -0.26; b:you going 0.26; b:you how 0.34; b:you make -0.08; b:you mean 0.17
b:you might -0.13; b:you please 0.02; b:you really -0.10; b:you said 0.52; b:you start 0.04
b:you still 0.07; b:you take 0.04; b:you that 0.27; b:you the 0.32; b:you think 0.14
b:you to -0.35; b:you today 0.15; b:you use 0.03; b:you used -0.01; b:you walk -0.05
b:you want -0.15; b:you wanted 0.05; b:you will -0.35; b:you with 0.06; b:you would -0.20
b:your * -0.04; bias -0.78; clause after -0.37; concern -0.15; disagrees -0.15; e:# -0.30
e:* -0.05; e:@feel -0.37; e:all 0.25; e:anybody -0.06; e:away -0.08; e:bad -0.14; e:before 0.05
e:can -0.08; e:change 0.05; e:day -0.44; e:did -0.14; e:do -0.39; e:does -0.16; e:from 0.01
e:go -0.25; e:got -0.04; e:happened 0.14; e:help 0.06; e:here 0.03; e:how 0.14; e:is -0.52
e:it 0.05; e:kind -0.02; e:like 0.32; e:looking 0.07; e:me -0.02; e:more -0.06; e:much -0.15
e:not 0.06; e:of 0.02; e:or 0.49; e:out -0.35; e:over -0.03; e:please 0.30; e:ready 0.04
e:really -0.43; e:right 0.34; e:same -0.13; e:something -0.04; e:take -0.09; e:that 0.20
e:there -0.12; e:think -0.16; e:today 0.05; e:too -0.04; e:us -0.09; e:was -0.16; e:well -0.20
e:were -0.04; e:what 0.53; e:when 0.39; e:why 0.25; e:year -0.17; e:yes -0.08; e:you -0.18
ends bare -0.33; ends mark 1.66; ends raw -0.31; ends stop -2.48; first -0.66; heard:0 -0.34
heard:1 -0.10; heard:12 -0.51; heard:18 -0.82; heard:2 0.43; heard:28 -0.64; heard:3 0.33
heard:5 0.28; heard:8 0.17; heard:more -0.58; k:# 0.19; k:*ed -0.17; k:*ing -0.16; k:@day 0.07
k:@feel -0.26; l:and 0.22; l:hello -0.30; l:hi 0.33; l:no -0.11; l:okay 0.85; l:right 0.27
l:so -0.17; l:wow -0.15; l:yeah -0.30; l:yes -0.20; last 0.66; later -0.31; n:1 -1.34; n:12 0.11
n:2 -0.57; n:28 0.15; n:3 -0.60; n:5 -0.32; n:8 0.10; nod -1.12; p:amount -0.07; p:asks_word 0.77
p:asks_you 0.34; p:but 0.06; p:clause -0.22; p:commits 0.89; p:echoes 0.23; p:explain 0.81
p:fact 0.04; p:informs 0.64; p:inverted 1.66; p:no -0.77; p:opens_inverted 1.96; p:own -0.03
p:points_back -0.06; p:reflects 0.12; p:reflects_inside -0.10; p:refuses -0.14; p:worry -0.10
p:you -0.21; q:how  0.66; q:how about -0.18; q:how can 0.27; q:how do -0.15; q:how were -0.13
q:how will -0.21; q:what  0.58; q:what are 0.07; q:what do -0.10; q:what is -0.10
q:what might 0.17; q:what should -0.11; q:what was 0.04; q:what would 0.08; q:when  0.12
q:when are -0.23; q:when did 0.20; q:when do 0.05; q:where does 0.22; q:where is 0.10
q:which  0.63; q:which is 0.05; q:who  0.18; q:who are -0.18; q:who could 0.13; q:why  0.53
q:why would -0.15; q:you -0.20; s:# -0.34; s:# * -0.35; s:# and 0.12; s:# and you 0.10; s:* -0.13
s:* * -0.17; s:* from 0.05; s:* how 0.03; s:* in 0.07; s:* is it 0.10; s:* the -0.10
s:* the * -0.22; s:* what 0.07; s:* you 0.23; s:* you said 0.18; s:*ing anything 0.11
s:*ing anything up 0.03; s:a -0.34; s:any 0.95; s:any * 0.65; s:are 0.37; s:are you 0.30
s:at -0.19; s:because -0.11; s:can 0.24; s:can i 0.03; s:can i * 0.03; s:can i work -0.02
s:can it -0.04; s:can it do -0.04; s:can we 0.12; s:could 0.42; s:describe 0.03
s:describe that 0.03; s:describe that for 0.03; s:did 0.12; s:did something 0.04
s:did something happen 0.04; s:did you really -0.15; s:do -0.15; s:do not -0.21; s:does 0.16
s:does it -0.09; s:does it also -0.10; s:does that 0.09; s:got 0.06; s:has 0.25; s:have 0.09
s:have a -0.05; s:have you 0.42; s:he -0.09; s:he is 0.17; s:he is *ing 0.12; s:help 0.10
s:help me 0.10; s:help me understand 0.10; s:how 0.46; s:how about -0.16; s:how about i -0.05
s:how are -0.02; s:how are you -0.07; s:how did 0.11; s:how do you -0.01; s:how is 0.29
s:how long will -0.06; s:how many 0.17; s:how would i -0.01; s:i -0.54; s:i * -0.23; s:i *ed -0.27
s:i am 0.12; s:i am curious 0.09; s:i am good 0.02; s:i am here -0.02; s:i can 0.11; s:i get 0.08
s:i get # 0.10; s:i have -0.13; s:i love that 0.01; s:i see 0.14; s:i think -0.09; s:i will -0.07
s:i would 0.23; s:i would like 0.10; s:if 0.29; s:if i 0.27; s:if i * 0.18; s:if you * -0.01
s:if you could 0.04; s:if you do -0.03; s:is 0.68; s:is a 0.02; s:is a * 0.02; s:is it 0.21
s:is it * 0.25; s:is it one -0.05; s:is it you -0.04; s:is that -0.06; s:is that * 0.10
s:is that bad -0.08; s:is that you -0.33; s:is there 0.28; s:is there anything 0.14
s:is this right -0.08; s:it -0.58; s:it is -0.05; s:it said 0.05; s:it said how 0.05
s:it was -0.04; s:it would 0.03; s:it would come 0.04; s:its -0.42; s:just -0.16; s:let -0.11
s:let me -0.08; s:may 0.06; s:may i 0.07; s:may i ask 0.01; s:maybe -0.01; s:most -0.12
s:my -0.29; s:my * -0.24; s:no -0.20; s:nobody -0.29; s:nobody *ed -0.04; s:nobody *ed how -0.04
s:not -0.16; s:on a 0.08; s:on a * 0.08; s:one -0.03; s:say 0.04; s:say more 0.07
s:say more about 0.07; s:she -0.65; s:some -0.16; s:sounds -0.03; s:talk 0.22; s:talk me 0.20
s:talk me through 0.20; s:tell 0.48; s:tell me 0.33; s:tell me about 0.39; s:tell me more 0.13
s:tell me what -0.11; s:tell us 0.09; s:tell us a 0.09; s:thank -0.21; s:thank you -0.21
s:thank you for -0.28; s:thanks -0.21; s:that -0.45; s:that * -0.30; s:that is # 0.04
s:that is * 0.14; s:that is not 0.01; s:that is what -0.03; s:the -0.39; s:the * -0.01
s:the * again 0.04; s:the * of 0.08; s:there is 0.11; s:there is no 0.07; s:there is one 0.08
s:they -1.02; s:they * -0.01; s:they are -0.20; s:this is * 0.07; s:two -0.10; s:walk 0.07
s:walk me 0.07; s:walk me through 0.07; s:was 0.19; s:was it 0.23; s:we -0.39; s:what 0.66
s:what are 0.21; s:what are you 0.04; s:what did he -0.08; s:what do 0.05; s:what do you 0.27
s:what does 0.13; s:what happened 0.13; s:what happens -0.23; s:what happens if -0.02
s:what have you -0.03; s:what i -0.16; s:what is 0.10; s:what is * -0.03; s:what is *ing -0.02
s:what is the 0.14; s:what is your 0.27; s:what makes that -0.02; s:what should -0.12
s:what should i -0.12; s:what that -0.19; s:what that means -0.05; s:what time -0.01
s:what time does -0.09; s:what we -0.19; s:what would 0.55; s:what you -0.09; s:when 0.42
s:when did 0.10; s:when is 0.12; s:when she 0.11; s:when she goes 0.11; s:when you -0.01
s:when you are -0.01; s:where 0.38; s:where does 0.23; s:where does it 0.07; s:where is 0.09
s:which 0.51; s:which * 0.15; s:which is 0.01; s:which one 0.11; s:who 0.43; s:who else 0.03
s:why 0.24; s:why not give -0.07; s:why would -0.04; s:why would this -0.13; s:would 0.33
s:would you want -0.11; s:yes -0.07; s:you -0.44; s:you * -0.24; s:you are @feel -0.10
s:you can not 0.14; s:you could -0.12; s:you do 0.04; s:you have 0.03; s:you have been 0.09
s:you have got -0.01; s:you have had 0.06; s:you have not 0.04; s:you keep 0.05
s:you keep *ing 0.06; s:you said 0.05; s:you take 0.18; s:you take the 0.08; s:you were 0.01
s:you were * 0.06; s:you would -0.13; share 0.21; taken 0.25; turned 0.24; w:2 0.19; w:20 -0.03
w:3 0.35; w:5 0.02; w:a -0.14; w:about 0.61; w:accident 0.07; w:account 0.15; w:add 0.27
w:adding 0.27; w:after -0.44; w:agree 0.27; w:ahead 0.07; w:alcohol 0.28; w:allowed 0.11
w:alone -0.24; w:already -0.14; w:also -0.05; w:always -0.12; w:am 0.18; w:amount -0.06; w:an 0.01
w:and -0.18; w:another 0.24; w:answer 0.24; w:any 1.21; w:anyone 0.81; w:anything 0.85
w:apart 0.02; w:apologised 0.04; w:are -0.09; w:around -0.14; w:ask 0.15; w:at -0.03; w:aware 0.02
w:be -0.05; w:because -0.38; w:been 0.45; w:before 0.22; w:behind -0.03; w:being -0.27
w:better 0.07; w:big -0.26; w:birth 0.29; w:bit -0.08; w:blank -0.01; w:bleeding 0.11
w:body -0.32; w:book 0.13; w:boss -0.08; w:breakfast -0.15; w:bringing 0.11; w:brings 0.08
w:brown -0.01; w:calculator 0.07; w:call -0.25; w:came -0.11; w:camping 0.01; w:can 0.11
w:card 0.01; w:care -0.06; w:careful -0.11; w:carry -0.07; w:caught 0.04; w:causing -0.19
w:change 0.04; w:changed 0.16; w:charity 0.55; w:chase -0.05; w:check -0.14; w:chemist 0.06
w:chest -0.05; w:choose -0.10; w:coffee -0.03; w:confirm 0.06; w:correct 0.40; w:could 0.42
w:counted 0.12; w:curious 0.13; w:d -0.11; w:dark -0.04; w:date 0.25; w:day -0.01; w:days -0.45
w:deal 0.51; w:describe 0.11; w:did 0.65; w:difference -0.50; w:different -0.06; w:do 0.21
w:doctor -0.15; w:does 0.68; w:doing -0.23; w:donate 0.37; w:donating -0.20; w:donation 0.16
w:donations 0.11; w:drinking 0.32; w:eighths 0.18; w:else 0.60; w:equals 0.02; w:every -0.38
w:everybody 0.27; w:everyone -0.13; w:everything -0.30; w:exactly -0.14; w:exercises -0.04
w:face -0.01; w:fact -0.05; w:far 0.04; w:fast 0.05; w:feed -0.02; w:feel -0.50; w:feet -0.06
w:fifty 0.08; w:find -0.12; w:fine -0.02; w:firewood 0.27; w:first -0.15; w:food 0.29; w:for -0.12
w:four 0.13; w:fraction 0.22; w:fractions 0.01; w:friday 0.39; w:from 0.22; w:gap -0.05
w:get -0.26; w:gets -0.14; w:give -0.18; w:given 0.27; w:go 0.17; w:goes 0.01; w:going 0.03
w:got -0.02; w:great -0.21; w:green 0.16; w:guess -0.36; w:ha -0.26; w:half -0.01; w:happen 0.38
w:happened 0.55; w:happens -0.09; w:has 0.67; w:have 0.13; w:he -0.43; w:hear 0.03; w:heart -0.26
w:here -0.06; w:hike 0.01; w:him 0.05; w:holder 0.03; w:home -0.02; w:homework 0.06; w:how 0.80
w:hundred -0.15; w:i -0.27; w:idea -0.22; w:if 0.13; w:ill -0.52; w:information 0.20
w:injections -0.01; w:into 0.41; w:is -0.02; w:it -0.18; w:its -0.37; w:j 0.13; w:jamal 0.18
w:just -0.18; w:k 0.02; w:keep -0.07; w:kids -0.45; w:know -0.07; w:knows 0.04; w:lanterns 0.12
w:last 0.24; w:lawyer -0.09; w:left -0.12; w:less 0.04; w:let -0.70; w:life -0.19; w:like -0.05
w:likely -0.11; w:limit -0.04; w:little 0.03; w:long -0.10; w:look -0.12; w:looking 0.33
w:lose -0.33; w:lot -0.17; w:love 0.02; w:makes -0.03; w:mattered 0.09; w:matters -0.10
w:may 0.34; w:me 0.12; w:means -0.19; w:meant 0.11; w:measure 0.23; w:might 0.16; w:mike 0.15
w:minutes -0.30; w:missing 0.04; w:moment 0.25; w:money -0.02; w:month 0.20; w:more 0.11
w:morning 0.08; w:mornings 0.14; w:much -0.43; w:must -0.17; w:my -0.25; w:name 0.10
w:nappies 0.06; w:never -0.51; w:new 0.06; w:next 0.08; w:nice -0.18; w:nights 0.05; w:no -0.31
w:nobody -0.66; w:not -0.71; w:notebook 0.08; w:nothing -0.23; w:now 0.08; w:number 0.30
w:numbers 0.01; w:of -0.09; w:off 0.08; w:offer -0.04; w:okay 0.37; w:on -0.21; w:once -0.01
w:only -0.08; w:open -0.02; w:or 0.64; w:organization 0.27; w:oslo 0.06; w:other 0.11; w:our 0.18
w:packages 0.06; w:pain 0.50; w:paperwork 0.02; w:part -0.12; w:pattern -0.07; w:payment -0.36
w:people -0.39; w:person -0.09; w:phone -0.06; w:pilot 0.01; w:place 0.17; w:please 0.29
w:position 0.09; w:pretty -0.08; w:priya 0.06; w:prize -0.10; w:problem 0.32; w:problems 0.07
w:promotion 0.08; w:questions 0.11; w:rates -0.08; w:rather -0.03; w:reaching 0.07; w:ready 0.14
w:really -0.31; w:reference 0.02; w:remembers 0.08; w:replace -0.02; w:reserve -0.19; w:rest -0.11
w:right 0.28; w:ring -0.09; w:rope 0.13; w:rulers 0.02; w:run 0.05; w:said 0.56; w:same -0.04
w:save 0.19; w:say 0.13; w:says -0.25; w:scale 0.13; w:school -0.22; w:screen 0.09; w:second -0.34
w:see -0.18; w:seems -0.17; w:sense 0.10; w:shall 0.96; w:share 0.17; w:ship 0.03; w:show -0.19
w:sides 0.02; w:sign 0.18; w:since 0.22; w:sit -0.01; w:sixteenths 0.09; w:sixty 0.17
w:skip -0.11; w:sleeping 0.11; w:slot 0.07; w:so -0.13; w:special -0.08; w:spent 0.08
w:start 0.06; w:stay -0.22; w:stop 0.12; w:stores -0.07; w:stove 0.13; w:straight -0.07
w:student 0.62; w:suits 0.11; w:take 0.04; w:talking -0.25; w:tell 0.08; w:ten 0.06; w:tenths 0.04
w:terms 0.10; w:thank -0.16; w:thanks -0.13; w:that 0.23; w:the 0.12; w:their 0.01; w:them -0.14
w:then 0.08; w:there -0.45; w:these 0.07; w:they -0.12; w:things 0.19; w:think -0.11; w:this 0.10
w:those -0.15; w:though 0.29; w:three -0.02; w:through 0.43; w:thursday -0.09; w:thursdays 0.06
w:times -0.08; w:to -0.15; w:today 0.26; w:together 0.31; w:toilet 0.06; w:too -0.31; w:top 0.02
w:try -0.01; w:turn 0.09; w:turning 0.09; w:type 0.03; w:typical 0.03; w:understand 0.36
w:until 0.06; w:up -0.11; w:us -0.38; w:using 0.06; w:version 0.20; w:very -0.09; w:villages -0.01
w:wand 0.05; w:want -0.04; w:was -0.01; w:watching -0.07; w:waters 0.43; w:we 0.25; w:week 0.28
w:wet 0.03; w:what 0.60; w:when 0.37; w:where 0.01; w:whereabouts 0.38; w:which 0.60; w:while 0.13
w:who 0.27; w:why 0.31; w:will -0.67; w:wish -0.03; w:with 0.37; w:word 0.30; w:work 0.18
w:works -0.08; w:world -0.02; w:worries 0.06; w:would 0.31; w:years -0.49; w:yesterday 0.23
w:your -0.15; w:yours 0.10; w:zero 0.44; who: -0.48; who:i -0.81; who:you -0.26; who:youi 0.37
"""
