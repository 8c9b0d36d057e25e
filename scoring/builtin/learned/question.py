"""Learned weights of ``question``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.674, 1.095, -0.436)
WEIGHTS = """
after ask -0.70; after question -1.17; b:# * -0.06; b:# a 0.40; b:# and 0.12; b:# how 0.22
b:# is 0.10; b:# off 0.02; b:# one -0.12; b:# that 0.02; b:# things -0.01; b:# to -0.27
b:# what 0.04; b:# why 0.25; b:* * -0.05; b:* *ed 0.16; b:* a -0.08; b:* again 0.16
b:* anybody -0.06; b:* are 0.25; b:* at 0.03; b:* away -0.08; b:* before 0.08; b:* by 0.01
b:* can 0.20; b:* could 0.15; b:* did 0.11; b:* do 0.58; b:* does 0.06; b:* everything -0.16
b:* for 0.13; b:* from 0.25; b:* gets -0.05; b:* how 0.32; b:* i 0.07; b:* in -0.18; b:* is 0.24
b:* it -0.24; b:* kind -0.01; b:* me -0.43; b:* next 0.03; b:* now -0.24; b:* of 0.18
b:* on -0.02; b:* or 0.19; b:* please 0.04; b:* right 0.53; b:* so -0.05; b:* that -0.27
b:* the 0.06; b:* then 0.45; b:* there -0.08; b:* they -0.11; b:* to 0.10; b:* today 0.22
b:* together 0.01; b:* two 0.02; b:* up -0.24; b:* us -0.09; b:* we 0.04; b:* when 0.05
b:* where -0.03; b:* will -0.11; b:* with -0.01; b:* without 0.05; b:* work 0.09; b:* would 0.07
b:* you -0.23; b:* your 0.05; b:*ed * 0.21; b:*ed for -0.16; b:*ed from -0.02; b:*ed goes -0.02
b:*ed how -0.16; b:*ed or 0.09; b:*ed up -0.26; b:*ing anything 0.20; b:*ing do 0.09
b:*ing for -0.01; b:*ing in -0.06; b:*ing my 0.07; b:*ing okay 0.38; b:*ing out 0.16
b:*ing the -0.30; b:*ing to -0.16; b:*ing up 0.13; b:*ing with 0.10; b:*ing you 0.03
b:@day * 0.20; b:@feel * 0.09; b:@feel @feel -0.05; b:@feel and -0.04; b:@feel did 0.18
b:@feel of -0.12; b:@feel stop 0.01; b:@feel to 0.07; b:@feel when -0.07; b:@feel you 0.28
b:a # 0.14; b:a * 0.13; b:a big -0.04; b:a bit -0.14; b:a go -0.17; b:a good -0.18
b:a little 0.04; b:a lot -0.29; b:a year 0.01; b:about # -0.02; b:about *ing -0.17
b:about an 0.01; b:about first -0.06; b:about how 0.02; b:about the 0.32; b:about things 0.01
b:about yourself 0.10; b:after the -0.17; b:am @feel -0.08; b:am curious 0.09; b:am going -0.03
b:am good 0.01; b:am here -0.04; b:am i 0.20; b:am sorry 0.10; b:am very 0.03; b:an @day 0.11
b:and * -0.18; b:and @feel -0.07; b:and i -0.22; b:and not 0.37; b:and the 0.03; b:and two 0.01
b:and you 0.09; b:another day 0.09; b:any * 0.47; b:any other 0.51; b:anyone at 0.04
b:anyone else 0.08; b:anyone want 0.06; b:anything else 0.24; b:anything to 0.05
b:anything up 0.03; b:are * -0.10; b:are *ed -0.28; b:are *ing -0.04; b:are @feel -0.05
b:are doing -0.01; b:are here 0.03; b:are just 0.06; b:are they 0.16; b:are two -0.18
b:are we 0.07; b:are you 0.67; b:as a 0.11; b:as before 0.08; b:as it 0.01; b:ask whether 0.09
b:at # -0.18; b:at all 0.44; b:at it -0.22; b:at the 0.09; b:bad time 0.03; b:be * -0.23
b:be @feel -0.12; b:be a 0.15; b:be any -0.20; b:been *ing 0.16; b:been going 0.27
b:being *ed -0.15; b:better for 0.11; b:big one -0.15; b:bit about 0.18; b:bit of -0.33
b:by * 0.11; b:by a 0.07; b:by when 0.06; b:can * -0.48; b:can be -0.07; b:can i 1.06
b:can it -0.02; b:can see -0.21; b:can share 0.05; b:can somebody 0.06; b:can we 0.69
b:can you 0.03; b:come out 0.09; b:could be -0.20; b:could i 0.55; b:could say 0.04
b:could we 0.22; b:could you 0.09; b:curious what 0.09; b:day life 0.02; b:day off 0.06
b:day with 0.03; b:describe that 0.03; b:did i 0.11; b:did not -0.26; b:did something 0.29
b:did that 0.12; b:did you 0.12; b:do # 0.08; b:do any 0.07; b:do if -0.07; b:do is -0.74
b:do not 0.03; b:do we 0.42; b:do what -0.14; b:do you 0.48; b:does anyone 0.04
b:does everybody 0.40; b:does make 0.02; b:does not -0.35; b:does that 0.58; b:does the 0.15
b:else could 0.03; b:else is -0.18; b:else you 0.04; b:every * -0.19; b:everybody have 0.17
b:everyone ready 0.07; b:everything you -0.03; b:first that -0.07; b:for # 0.20; b:for * -0.09
b:for *ing -0.05; b:for me 0.39; b:for you 0.01; b:from # -0.23; b:from the 0.17; b:from you 0.04
b:get # 0.01; b:get a -0.32; b:get better -0.02; b:get to -0.01; b:get used -0.02; b:get you 0.01
b:gets most -0.05; b:gets there -0.02; b:give him 0.13; b:give it -0.04; b:give them -0.13
b:go * 0.30; b:goes * 0.11; b:goes @feel -0.07; b:good how 0.07; b:good so 0.01; b:got * -0.04
b:got into 0.08; b:got it 0.20; b:got two -0.20; b:had * -0.12; b:had a 0.02; b:had some 0.09
b:happen * 0.07; b:happen at 0.01; b:happens just -0.11; b:has he 0.07; b:has she 0.17
b:has something 0.16; b:have # 0.14; b:have *ed -0.23; b:have a -0.57; b:have any 0.30
b:have anything 0.10; b:have got -0.57; b:have i 0.02; b:have no -0.05; b:have not 0.08
b:have that 0.21; b:have the 0.30; b:have they 0.17; b:have to -0.28; b:have two -0.01
b:have you 0.50; b:he is 0.05; b:he said -0.01; b:he would -0.07; b:help me 0.06; b:here is -0.04
b:how about -0.20; b:how can 0.19; b:how did 0.22; b:how is 0.27; b:how many 0.18; b:how you -0.15
b:i * 0.07; b:i *ed -0.13; b:i *ing 0.05; b:i am 0.01; b:i ask 0.12; b:i could -0.19; b:i get 0.07
b:i go 0.10; b:i had -0.11; b:i have -0.22; b:i help 0.34; b:i just -0.17; b:i know -0.28
b:i mean -0.02; b:i need 0.10; b:i put 0.15; b:i see 0.04; b:i take 0.07; b:i think -0.10
b:i were -0.02; b:i will -0.23; b:i wish -0.04; b:i work -0.08; b:i would -0.05; b:if i 0.71
b:if it -0.14; b:if you 0.02; b:in one -0.10; b:in that -0.04; b:in the -0.22; b:in what 0.08
b:in your 0.20; b:into it 0.08; b:is # 0.09; b:is * -0.06; b:is *ed -0.19; b:is *ing 0.03
b:is a 0.02; b:is been 0.28; b:is doing -0.06; b:is everyone 0.07; b:is how -0.26; b:is it 0.79
b:is just -0.06; b:is not -0.49; b:is on -0.28; b:is she 0.11; b:is something -0.05; b:is the 0.36
b:is there 0.28; b:is we -0.07; b:is what -0.57; b:is you -0.44; b:is your 0.04; b:it * 0.05
b:it @feel 0.23; b:it also -0.10; b:it at -0.02; b:it be 0.20; b:it been 0.06; b:it do -0.03
b:it does -0.25; b:it feels -0.01; b:it for -0.15; b:it gets -0.40; b:it goes -0.12
b:it happens 0.04; b:it have 0.05; b:it i -0.02; b:it in 0.04; b:it is -0.42; b:it might -0.11
b:it really -0.07; b:it said 0.02; b:it says -0.03; b:it seems -0.10; b:it was -0.18
b:it will 0.04; b:it you -0.09; b:its not -0.02; b:just * -0.32; b:just *ing 0.09
b:just how -0.03; b:just looking 0.07; b:just the 0.07; b:keep going -0.14; b:keep you 0.02
b:kind of 0.21; b:know that -0.30; b:know this -0.01; b:know what -0.03; b:let me -0.52
b:like to 0.31; b:like what -0.01; b:like you -0.48; b:likely is -0.03; b:long * 0.09
b:long will -0.07; b:look at -0.15; b:look like 0.16; b:love that 0.03; b:make people 0.02
b:make sure -0.06; b:make today -0.12; b:makes that -0.03; b:many * -0.12; b:many people 0.14
b:matter the 0.03; b:may i 0.47; b:me * -0.15; b:me about 0.43; b:me know -0.11; b:me more 0.09
b:me through 0.72; b:me to -0.02; b:me understand 0.10; b:me what -0.05; b:mean by 0.14
b:means is -0.06; b:mind if -0.04; b:more about 0.77; b:more likely -0.03; b:more than -0.43
b:most of -0.22; b:most to 0.04; b:my * -0.13; b:need a -0.12; b:need your 0.05
b:nice thing -0.01; b:nobody *ed -0.05; b:not a -0.06; b:not do 0.09; b:not have -0.07
b:not take 0.24; b:not that -0.10; b:not use -0.04; b:not what -0.04; b:of * 0.21; b:of a -0.04
b:of it -0.23; b:of that 0.20; b:of the 0.08; b:of those -0.01; b:of what -0.38; b:of your -0.19
b:of yours 0.04; b:off would 0.08; b:on * -0.11; b:on it -0.04; b:on the -0.17; b:on this 0.10
b:on your 0.01; b:one * 0.05; b:one and 0.11; b:one at -0.03; b:one for -0.03; b:one of -0.12
b:one on 0.08; b:one to 0.16; b:or # -0.31; b:or * 0.04; b:or *ing 0.08; b:or the 0.01
b:or we -0.06; b:other * 0.11; b:other questions 0.01; b:our * 0.10; b:out * 0.06; b:out and 0.02
b:out as 0.03; b:part of -0.01; b:people go 0.04; b:put the 0.06; b:questions on 0.02
b:rather hear 0.01; b:rather talk -0.06; b:recommend you 0.06; b:right * -0.13; b:said how 0.05
b:said no 0.14; b:said you 0.08; b:same * 0.11; b:say after -0.06; b:say more 0.07; b:say one 0.04
b:see how -0.09; b:see you -0.14; b:sense of 0.09; b:she *ed 0.06; b:she goes 0.09; b:she is -0.46
b:should be -0.06; b:should have 0.06; b:should i -0.03; b:show us -0.11; b:since when 0.32
b:so @feel -0.14; b:so i 0.12; b:somebody * 0.23; b:somebody who -0.10; b:something *ed 0.10
b:something happen 0.30; b:something you -0.06; b:start is -0.03; b:start to 0.09
b:start with 0.11; b:still have 0.25; b:take another 0.05; b:take me 0.11; b:take the 0.23
b:take your -0.04; b:talk about -0.23; b:talk me 0.28; b:tell me 0.47; b:tell you -0.08
b:than one 0.07; b:than you -0.03; b:thank you -0.17; b:that * 0.19; b:that *ed 0.12
b:that @feel 0.10; b:that anyone 0.03; b:that away -0.02; b:that bad -0.08; b:that be 0.42
b:that for 0.26; b:that important -0.03; b:that in 0.02; b:that is -0.57; b:that means -0.09
b:that more -0.03; b:that take -0.07; b:that was -0.09; b:that we -0.20; b:that what 0.01
b:that work 0.13; b:that you -0.63; b:that your -0.17; b:the # 0.05; b:the * -0.10
b:the @feel 0.13; b:the last 0.23; b:the most 0.49; b:the problem 0.02; b:the same -0.30
b:the time 0.03; b:the two 0.36; b:the way 0.05; b:the well -0.04; b:their * 0.10; b:them a -0.07
b:there anything 0.20; b:there are -0.34; b:there to -0.01; b:they * 0.03; b:they are -0.24
b:they can -0.10; b:they told 0.07; b:thing is -0.03; b:thing the -0.01; b:thing would 0.01
b:things at 0.01; b:things matter 0.03; b:things though 0.02; b:think you 0.01; b:this * 0.28
b:this right -0.08; b:those where -0.05; b:through @day 0.11; b:through a 0.05; b:time does -0.09
b:time off 0.05; b:to # 0.19; b:to * -0.42; b:to ask 0.15; b:to change 0.13; b:to day 0.09
b:to do -0.09; b:to get -0.03; b:to give -0.13; b:to go 0.02; b:to hear 0.38; b:to help -0.05
b:to her 0.06; b:to if 0.04; b:to it -0.09; b:to keep -0.19; b:to know 0.26; b:to look -0.02
b:to say -0.19; b:to see 0.05; b:to take -0.11; b:to the -0.16; b:to what 0.36; b:to you 0.01
b:together and 0.07; b:told me -0.10; b:told you 0.11; b:two * 0.06; b:two more -0.07
b:two or -0.22; b:understand why 0.03; b:until @day 0.09; b:up to -0.07; b:use when -0.07
b:used for 0.03; b:used to -0.12; b:walk me 0.07; b:want me -0.11; b:was * -0.03; b:was it 0.37
b:was just 0.16; b:was that 0.37; b:we * 0.07; b:we *ed 0.14; b:we agree 0.02; b:we are 0.02
b:we can -0.36; b:we do -0.11; b:we put 0.07; b:we used 0.05; b:we want -0.01; b:we would -0.11
b:week * 0.22; b:well * 0.07; b:were you -0.08; b:what # 0.09; b:what * 0.39; b:what are 0.44
b:what did 0.01; b:what do 0.21; b:what does 0.25; b:what happened 0.31; b:what happens -0.29
b:what he -0.18; b:what i -1.03; b:what is 0.22; b:what it -0.19; b:what matters -0.05
b:what might 0.26; b:what see -0.01; b:what she -0.03; b:what should -0.09; b:what that -0.30
b:what to -0.20; b:what we -0.80; b:what what -0.01; b:what will 0.02; b:what would 0.80
b:what you -1.09; b:when did 0.17; b:when i -0.36; b:when is 0.12; b:when she 0.09
b:when was 0.02; b:where does 0.23; b:where is 0.19; b:where it -0.15; b:where people 0.08
b:where the -0.07; b:which * 0.52; b:which one 0.36; b:which things 0.03; b:who * 0.05
b:who are -0.11; b:who else 0.07; b:who you -0.06; b:why * 0.06; b:why that 0.10
b:why would -0.07; b:will * -0.12; b:will you 0.18; b:with # 0.02; b:with * -0.01; b:with a 0.11
b:with it 0.21; b:with the 0.03; b:without * 0.01; b:wonder what 0.08; b:work @feel -0.13
b:work better 0.11; b:would an 0.11; b:would be -0.17; b:would come 0.03; b:would give -0.02
b:would i -0.22; b:would it 0.20; b:would rather -0.05; b:would suggest -0.03; b:would that 0.63
b:would this -0.11; b:would you 0.48; b:you * -0.07; b:you are -0.51; b:you at 0.04; b:you be 0.16
b:you better 0.11; b:you can -0.74; b:you could -0.03; b:you do 0.02; b:you ever 0.05
b:you for -0.12; b:you get -0.25; b:you going 0.28; b:you how 0.35; b:you make -0.08
b:you mean 0.16; b:you might -0.16; b:you please 0.03; b:you really -0.11; b:you said 0.52
b:you start 0.03; b:you still 0.16; b:you take 0.05; b:you that 0.26; b:you the 0.33
b:you think 0.07; b:you to -0.32; b:you today 0.14; b:you use 0.01; b:you used -0.01
b:you walk -0.05; b:you want -0.15; b:you wanted 0.05; b:you will -0.35; b:you with 0.06
b:you would -0.17; b:your * -0.05; b:your time -0.01; bias -0.78; clause after -0.35
concern -0.13; disagrees -0.13; e:# -0.28; e:* -0.06; e:@feel -0.40; e:all 0.27; e:anybody -0.07
e:away -0.08; e:bad -0.15; e:before 0.06; e:can -0.09; e:change 0.04; e:day -0.46; e:did -0.13
e:do -0.41; e:does -0.15; e:go -0.25; e:got -0.04; e:happened 0.13; e:help 0.03; e:here 0.03
e:how 0.11; e:is -0.52; e:it 0.05; e:kind -0.03; e:like 0.32; e:looking 0.05; e:me -0.07
e:more -0.05; e:much -0.15; e:not 0.08; e:of 0.04; e:or 0.49; e:out -0.37; e:over -0.11
e:please 0.32; e:ready 0.16; e:really -0.41; e:right 0.34; e:same -0.13; e:something -0.08
e:take -0.11; e:that 0.20; e:there -0.13; e:think -0.14; e:today 0.03; e:too -0.05; e:us -0.11
e:was -0.16; e:well -0.20; e:were -0.04; e:what 0.53; e:when 0.41; e:why 0.29; e:year -0.15
e:yes -0.10; e:you -0.19; e:yourself 0.03; ends bare -0.35; ends mark 1.66; ends raw -0.31
ends stop -2.46; first -0.65; heard:0 -0.33; heard:1 -0.07; heard:12 -0.51; heard:18 -0.84
heard:2 0.40; heard:28 -0.66; heard:3 0.35; heard:5 0.26; heard:8 0.16; heard:more -0.60; k:# 0.22
k:*ed -0.18; k:*ing -0.16; k:@day 0.07; k:@feel -0.27; l:and 0.23; l:hello -0.31; l:hi 0.32
l:no -0.09; l:okay 0.89; l:right 0.28; l:so -0.15; l:wow -0.12; l:yeah -0.28; l:yes -0.22
last 0.63; later -0.27; n:1 -1.33; n:12 0.10; n:2 -0.56; n:28 0.17; n:3 -0.57; n:5 -0.32; n:8 0.08
nod -1.13; p:amount -0.09; p:asks_word 0.78; p:asks_you 0.33; p:but 0.09; p:clause -0.23
p:commits 0.92; p:echoes 0.23; p:explain 0.80; p:fact 0.03; p:informs 0.64; p:inverted 1.66
p:no -0.78; p:opens_inverted 1.97; p:own -0.07; p:points_back -0.06; p:reflects 0.10
p:reflects_inside -0.08; p:refuses -0.13; p:worry -0.09; p:you -0.20; q:how  0.66
q:how about -0.19; q:how can 0.26; q:how do -0.16; q:how were -0.13; q:how will -0.22
q:what  0.57; q:what are 0.06; q:what do -0.10; q:what has 0.01; q:what is -0.10
q:what might 0.25; q:what should -0.11; q:what was 0.05; q:what would 0.09; q:when  0.12
q:when are -0.24; q:when did 0.20; q:when do 0.03; q:where does 0.21; q:where is 0.11
q:which  0.65; q:which is 0.03; q:who  0.24; q:who are -0.17; q:who could 0.12; q:why  0.55
q:why would -0.16; q:you -0.21; s:# -0.39; s:# * -0.36; s:# and 0.12; s:# and you 0.10; s:* -0.14
s:* * -0.15; s:* from 0.05; s:* how 0.02; s:* i 0.01; s:* in 0.08; s:* is it 0.10; s:* the -0.21
s:* the * -0.32; s:* what 0.07; s:* you 0.24; s:* you said 0.18; s:*ed -0.02; s:*ing anything 0.11
s:*ing anything up 0.03; s:a -0.10; s:a * -0.05; s:any 0.95; s:any * 0.66; s:are 0.39
s:are you 0.29; s:at -0.19; s:because -0.09; s:can 0.21; s:can i 0.01; s:can i * 0.04
s:can i work -0.03; s:can it -0.04; s:can it do -0.04; s:can we 0.12; s:could 0.41
s:describe 0.03; s:describe that 0.03; s:describe that for 0.03; s:did 0.11; s:did something 0.04
s:did something happen 0.04; s:did you really -0.15; s:do -0.16; s:do not -0.23
s:do you think 0.06; s:does 0.19; s:does it -0.09; s:does it also -0.10; s:does that 0.09
s:got 0.06; s:has 0.24; s:have 0.09; s:have a -0.05; s:have you 0.41; s:he -0.08; s:he is 0.18
s:he is *ing 0.12; s:help 0.10; s:help me 0.10; s:help me understand 0.10; s:how 0.43
s:how about -0.17; s:how about i -0.07; s:how are -0.01; s:how are you -0.07; s:how did 0.13
s:how is 0.29; s:how long will -0.07; s:how many 0.18; s:i -0.55; s:i * -0.28; s:i *ed -0.28
s:i am 0.13; s:i am @feel -0.05; s:i am curious 0.09; s:i am good 0.01; s:i can 0.10; s:i get 0.08
s:i get # 0.09; s:i have -0.14; s:i love 0.02; s:i love that 0.03; s:i see 0.13; s:i think -0.09
s:i will -0.10; s:i would 0.22; s:i would like 0.10; s:if 0.33; s:if i 0.29; s:if i * 0.17
s:if we 0.01; s:if you * -0.03; s:if you could 0.04; s:is 0.66; s:is a 0.02; s:is a * 0.02
s:is it 0.20; s:is it * 0.22; s:is it one -0.05; s:is it you -0.04; s:is that -0.07
s:is that * 0.09; s:is that bad -0.08; s:is that you -0.33; s:is there 0.29
s:is there anything 0.13; s:is this right -0.08; s:it -0.57; s:it is -0.08; s:it said 0.05
s:it said how 0.05; s:it was -0.05; s:it would 0.04; s:it would come 0.04; s:its -0.43
s:just -0.14; s:let -0.11; s:let me -0.08; s:may 0.05; s:may i 0.06; s:may i ask 0.01
s:maybe -0.05; s:most -0.12; s:my -0.28; s:my * -0.22; s:no -0.17; s:nobody -0.29
s:nobody *ed -0.04; s:nobody *ed how -0.04; s:not -0.20; s:on a 0.06; s:on a * 0.06; s:one -0.05
s:say 0.05; s:say more 0.07; s:say more about 0.07; s:she -0.64; s:some -0.13; s:sounds -0.02
s:talk 0.24; s:talk me 0.21; s:talk me through 0.21; s:tell 0.48; s:tell me 0.33
s:tell me about 0.40; s:tell me more 0.13; s:tell me what -0.10; s:tell us 0.09; s:tell us a 0.09
s:thank -0.22; s:thank you -0.22; s:thank you for -0.29; s:thanks -0.22; s:that -0.45
s:that * -0.30; s:that is # 0.04; s:that is * 0.15; s:that is not 0.01; s:that is what -0.04
s:the -0.38; s:the * again 0.05; s:the * of 0.08; s:there is 0.11; s:there is no 0.06
s:there is one 0.09; s:they -1.01; s:they are -0.19; s:this is * 0.08; s:two -0.08; s:walk 0.07
s:walk me 0.07; s:walk me through 0.07; s:was 0.19; s:was it 0.23; s:we -0.40; s:what 0.66
s:what are 0.20; s:what are you 0.04; s:what did he -0.06; s:what do 0.03; s:what do you 0.27
s:what does 0.11; s:what happened 0.14; s:what happens -0.23; s:what happens if -0.01
s:what have you -0.02; s:what i -0.17; s:what is 0.08; s:what is * -0.02; s:what is *ing -0.02
s:what is the 0.11; s:what is your 0.25; s:what makes that -0.02; s:what should -0.12
s:what should i -0.12; s:what that -0.20; s:what that means -0.06; s:what time does -0.09
s:what we -0.19; s:what would 0.57; s:what you -0.08; s:when 0.41; s:when did 0.11; s:when is 0.12
s:when she 0.11; s:when she goes 0.11; s:when you -0.01; s:when you are -0.03; s:where 0.39
s:where does 0.23; s:where does it 0.06; s:where is 0.09; s:which 0.51; s:which * 0.16
s:which is 0.01; s:which one 0.11; s:who 0.40; s:who else 0.03; s:why 0.24; s:why not give -0.07
s:why would -0.04; s:why would this -0.13; s:would 0.37; s:would you want -0.11; s:yes -0.09
s:you -0.43; s:you * -0.23; s:you are @feel -0.07; s:you can not 0.14; s:you could -0.18
s:you have 0.03; s:you have been 0.09; s:you have got -0.02; s:you have had 0.04
s:you have not 0.03; s:you keep 0.06; s:you keep *ing 0.06; s:you said 0.05; s:you take 0.19
s:you take the 0.07; s:you were * 0.06; s:you would -0.12; share 0.23; taken 0.22; turned 0.25
w:2 0.19; w:20 -0.02; w:3 0.35; w:5 0.01; w:a -0.10; w:about 0.60; w:accident 0.08; w:account 0.17
w:add 0.26; w:adding 0.27; w:after -0.43; w:agree 0.21; w:ahead 0.07; w:alcohol 0.26
w:allowed 0.11; w:alone -0.24; w:already -0.19; w:also -0.05; w:always -0.13; w:am 0.19
w:amount -0.06; w:and -0.20; w:another 0.24; w:answer 0.24; w:any 1.19; w:anyone 0.81
w:anything 0.86; w:apart 0.03; w:apologised 0.04; w:are -0.07; w:around -0.19; w:ask 0.11
w:at -0.03; w:aware 0.04; w:be -0.05; w:because -0.41; w:been 0.42; w:before 0.18; w:behind -0.03
w:being -0.24; w:better 0.05; w:big -0.25; w:birth 0.28; w:bit -0.06; w:bleeding 0.12
w:body -0.32; w:book 0.15; w:boss -0.06; w:breakfast -0.18; w:bringing 0.12; w:brings 0.08
w:brown -0.01; w:calculator 0.07; w:call -0.26; w:came -0.12; w:camping 0.01; w:can 0.09
w:careful -0.11; w:carry -0.08; w:caught 0.03; w:causing -0.19; w:change 0.02; w:changed 0.17
w:charity 0.57; w:chase -0.06; w:check -0.23; w:chemist 0.06; w:chest -0.04; w:choose -0.12
w:coffee -0.03; w:confirm 0.05; w:correct 0.41; w:could 0.42; w:counted 0.11; w:curious 0.13
w:d -0.10; w:dark -0.03; w:date 0.26; w:days -0.45; w:deal 0.50; w:describe 0.10; w:did 0.66
w:difference -0.46; w:different -0.04; w:do 0.22; w:doctor -0.15; w:does 0.68; w:doing -0.21
w:donate 0.36; w:donating -0.20; w:donation 0.17; w:donations 0.09; w:drinking 0.31
w:eighths 0.17; w:else 0.57; w:equals 0.03; w:every -0.37; w:everybody 0.28; w:everyone -0.11
w:everything -0.32; w:exactly -0.13; w:exercises -0.05; w:fact -0.04; w:far 0.03; w:fast 0.05
w:feed -0.01; w:feel -0.50; w:feet -0.06; w:fifty 0.07; w:find -0.13; w:firewood 0.27
w:first -0.18; w:food 0.31; w:for -0.12; w:four 0.25; w:fraction 0.23; w:fractions 0.01
w:friday 0.38; w:from 0.24; w:gap -0.05; w:get -0.25; w:gets -0.13; w:give -0.17; w:given 0.27
w:go 0.16; w:goes 0.02; w:going 0.02; w:got -0.01; w:great -0.22; w:green 0.17; w:guess -0.36
w:ha -0.27; w:happen 0.39; w:happened 0.55; w:happens -0.09; w:has 0.69; w:have 0.12; w:he -0.49
w:heart -0.26; w:here -0.07; w:hike 0.01; w:his -0.03; w:holder 0.03; w:home -0.02
w:homework 0.07; w:how 0.85; w:hundred -0.15; w:i -0.27; w:idea -0.22; w:if 0.16; w:ill -0.51
w:information 0.19; w:injections -0.02; w:into 0.41; w:is -0.02; w:it -0.20; w:its -0.40; w:j 0.14
w:jamal 0.18; w:just -0.18; w:k 0.04; w:keep -0.09; w:kids -0.44; w:know -0.10; w:knows 0.02
w:lanterns 0.12; w:last 0.23; w:lawyer -0.09; w:left -0.13; w:less 0.05; w:let -0.68; w:life -0.17
w:like -0.02; w:likely -0.11; w:limit -0.02; w:little 0.03; w:long -0.09; w:look -0.10
w:looking 0.34; w:lose -0.34; w:lot -0.17; w:love 0.05; w:mattered 0.10; w:matters -0.11
w:may 0.37; w:me 0.12; w:means -0.20; w:meant 0.11; w:measure 0.24; w:might 0.20; w:mike 0.15
w:minutes -0.29; w:missing 0.03; w:moment 0.25; w:money -0.02; w:month 0.20; w:more 0.12
w:morning 0.08; w:mornings 0.15; w:much -0.46; w:must -0.17; w:my -0.21; w:name 0.13
w:nappies 0.06; w:need 0.01; w:never -0.49; w:new 0.06; w:next 0.10; w:nice -0.20; w:nights 0.05
w:no -0.33; w:nobody -0.65; w:not -0.71; w:notebook 0.09; w:nothing -0.24; w:now 0.07
w:number 0.31; w:of -0.09; w:off 0.08; w:offer -0.02; w:okay 0.35; w:on -0.19; w:once -0.05
w:only -0.08; w:or 0.63; w:organization 0.27; w:oslo 0.06; w:other 0.13; w:our 0.19
w:packages 0.06; w:pain 0.52; w:paperwork 0.02; w:part -0.12; w:pattern -0.08; w:payday 0.01
w:payment -0.34; w:people -0.34; w:person -0.09; w:phone -0.04; w:pilot 0.01; w:place 0.17
w:please 0.31; w:point -0.01; w:position 0.07; w:pretty -0.08; w:priya 0.06; w:prize -0.10
w:problem 0.30; w:problems 0.11; w:promotion 0.09; w:questions 0.10; w:rates -0.07; w:rather -0.01
w:reaching 0.07; w:ready 0.23; w:really -0.32; w:reference 0.03; w:remembers 0.07; w:replace -0.03
w:reserve -0.18; w:rest -0.10; w:right 0.28; w:ring -0.10; w:rope 0.13; w:rulers 0.03; w:run 0.04
w:said 0.57; w:same -0.04; w:save 0.20; w:say 0.11; w:says -0.24; w:scale 0.10; w:school -0.22
w:screen 0.08; w:second -0.33; w:see -0.19; w:seems -0.17; w:sense 0.09; w:shall 0.96
w:share 0.18; w:ship 0.03; w:show -0.21; w:sides 0.03; w:sign 0.18; w:since 0.24; w:sit -0.03
w:sixteenths 0.08; w:sixty 0.15; w:skip -0.11; w:sleeping 0.11; w:slot 0.07; w:so -0.12
w:sound 0.01; w:special -0.09; w:spent 0.08; w:start 0.07; w:stay -0.24; w:stop 0.07
w:stores -0.07; w:stove 0.13; w:straight -0.05; w:student 0.63; w:suits 0.11; w:sure -0.05
w:take 0.06; w:talking -0.24; w:tell 0.09; w:ten 0.10; w:tenths 0.04; w:terms 0.11; w:thank -0.17
w:thanks -0.13; w:that 0.23; w:the 0.11; w:their 0.03; w:them -0.14; w:then 0.07; w:there -0.44
w:these 0.09; w:they -0.11; w:things 0.17; w:think -0.13; w:thinking -0.05; w:this 0.09
w:those -0.16; w:though 0.29; w:three -0.05; w:through 0.39; w:thursday -0.08; w:thursdays 0.06
w:times -0.11; w:to -0.12; w:today 0.25; w:together 0.31; w:toilet 0.07; w:too -0.29; w:top 0.04
w:try -0.04; w:turn 0.09; w:turning 0.10; w:type 0.04; w:typical 0.04; w:understand 0.32
w:until 0.07; w:up -0.08; w:us -0.38; w:use -0.01; w:using 0.22; w:version 0.19; w:very -0.09
w:villages -0.01; w:wand 0.05; w:want -0.08; w:watching -0.08; w:waters 0.44; w:we 0.29
w:week 0.29; w:wet 0.04; w:what 0.59; w:when 0.37; w:whereabouts 0.38; w:which 0.60; w:while 0.12
w:who 0.30; w:why 0.33; w:will -0.63; w:wish -0.03; w:with 0.36; w:word 0.30; w:work 0.22
w:works -0.09; w:world -0.02; w:worries 0.07; w:worse -0.01; w:would 0.28; w:years -0.51
w:yesterday 0.23; w:your -0.18; w:yours 0.11; w:zero 0.44; who: -0.53; who:i -0.82; who:you -0.27
who:youi 0.39
"""
