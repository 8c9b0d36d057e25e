"""Learned weights of ``commitment``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.984, 1.002, -0.48)
WEIGHTS = """
after ask -0.42; after question -0.76; b:# # 0.06; b:# * 0.26; b:# *ed 0.17; b:# *ing 0.11
b:# a 0.09; b:# an 0.07; b:# be 0.10; b:# every 0.08; b:# for 0.41; b:# off 0.02; b:# say 0.14
b:# then 0.03; b:* # -0.45; b:* * 0.09; b:* *ed -0.11; b:* *ing -0.22; b:* @day 0.08
b:* @feel -0.07; b:* any -0.17; b:* are -0.14; b:* as -0.04; b:* before 0.03; b:* by -0.12
b:* can 0.44; b:* change 0.09; b:* could 0.32; b:* do -0.23; b:* for 0.33; b:* going -0.18
b:* happens 0.07; b:* him -0.07; b:* how -0.08; b:* if -0.14; b:* in -0.03; b:* instead 0.38
b:* is -0.01; b:* it 0.06; b:* just 0.03; b:* keep -0.12; b:* know 0.01; b:* like -0.09
b:* me 0.30; b:* more 0.01; b:* next 0.37; b:* now 0.14; b:* of -0.03; b:* okay 0.23; b:* or -0.08
b:* people 0.02; b:* right 0.13; b:* something -0.06; b:* take -0.09; b:* than -0.05
b:* that 0.19; b:* the 0.11; b:* them 0.05; b:* then 0.04; b:* there -0.27; b:* those 0.05
b:* to 0.09; b:* today 0.61; b:* together -0.04; b:* too 0.27; b:* two 0.04; b:* us -0.13
b:* way 0.06; b:* we 0.26; b:* what -0.48; b:* will -0.17; b:* with -0.50; b:* without 0.20
b:* would 0.30; b:* yes 0.33; b:* you -0.33; b:* your -0.12; b:* yourself 0.05; b:*ed * -0.26
b:*ed by 0.01; b:*ed with 0.14; b:*ed would 0.08; b:*ing @day 0.17; b:*ing a 0.45
b:*ing any -0.04; b:*ing at 0.03; b:*ing how -0.17; b:*ing in -0.04; b:*ing me -0.28
b:*ing my 0.11; b:*ing one 0.10; b:*ing somebody -0.06; b:*ing the -0.35; b:*ing to 0.48
b:*ing up 0.02; b:*ing us 0.08; b:*ing when 0.08; b:*ing why -0.11; b:@day and 0.10
b:@day be 0.16; b:@day can 0.09; b:@day for 0.02; b:@day then 0.11; b:@day with 0.21
b:@day you 0.12; b:@feel for 0.18; b:@feel once 0.16; b:@feel to 0.40; b:@feel you -0.05
b:a * 0.32; b:a @day -0.09; b:a bit -0.11; b:a few -0.21; b:a go 0.21; b:a little -0.15
b:a lot -0.23; b:a very 0.09; b:a week -0.18; b:a yes 0.50; b:about # 0.57; b:about * -0.23
b:about *ing 0.47; b:about a -0.27; b:about i 0.15; b:about it 0.01; b:about that -0.23
b:about the -0.45; b:about your -0.02; b:after that 0.07; b:again in 0.09; b:agree on 0.07
b:all in 0.14; b:also share 0.15; b:am going -0.08; b:am here 0.35; b:am wondering 0.16
b:an * 0.18; b:and if 0.02; b:and no -0.16; b:and not -0.02; b:and see 0.20; b:and then -0.20
b:and time 0.10; b:and you 0.11; b:and your 0.01; b:another day -0.23; b:are going 0.07
b:are gone 0.08; b:are here 0.07; b:as well 0.03; b:ask for -0.19; b:ask if 0.53; b:asking * 0.13
b:asking them 0.06; b:at # 0.06; b:at least 0.14; b:at the 0.02; b:away # -0.15; b:be * -0.47
b:be *ing -0.09; b:be a 0.10; b:be all 0.09; b:be in -0.23; b:be open -0.02; b:be possible 0.11
b:be willing 0.48; b:been there 0.05; b:before the 0.16; b:before you -0.09; b:bring me 0.13
b:by @day 0.35; b:can * -0.47; b:can help -0.16; b:can i 0.40; b:can we 1.06; b:can you 0.37
b:change at 0.17; b:change things 0.09; b:change your 0.06; b:come and 0.37; b:come once 0.02
b:comfortable asking 0.06; b:consider *ing 0.14; b:consider a 0.23; b:could do -0.27
b:could give 0.15; b:could i 0.39; b:could you 0.70; b:day * 0.01; b:day no 0.14
b:decide after 0.08; b:did # 0.05; b:did two 0.15; b:did you -0.56; b:do # 0.27; b:do it 0.22
b:do not -0.10; b:do that 0.67; b:do the 0.08; b:do you -0.61; b:does that -0.21; b:else you 0.15
b:feels like 0.03; b:for # 0.17; b:for * 0.17; b:for *ing -0.45; b:for an 0.02; b:for the 0.31
b:for them 0.17; b:for this 0.19; b:for two 0.01; b:for us -0.14; b:for you 0.30; b:for your -0.26
b:from # -0.10; b:from happening -0.08; b:from here -0.12; b:from this 0.08; b:get it 0.10
b:give like 0.11; b:give something 0.02; b:give that 0.17; b:give two 0.34; b:give you -0.02
b:go * 0.40; b:go @feel 0.25; b:go this 0.06; b:go through -0.08; b:going to 0.19; b:gone by 0.08
b:good * 0.11; b:got a 0.04; b:happening again -0.08; b:have *ed 0.04; b:have a -0.01
b:have something 0.11; b:have to -0.05; b:have you -0.28; b:hear you 0.05; b:help if 0.05
b:help you -0.20; b:her @day -0.08; b:her the 0.05; b:here * 0.03; b:here and 0.04
b:here okay 0.10; b:here please 0.06; b:him to -0.11; b:how about 0.64; b:how it 0.08
b:how many -0.34; b:how much 0.67; b:how you -0.12; b:i * 0.46; b:i ask -0.11; b:i could -0.37
b:i did 0.33; b:i do -0.57; b:i go 0.10; b:i have -0.08; b:i hear 0.03; b:i help -0.08
b:i know 0.03; b:i make 0.17; b:i put 0.60; b:i take 0.16; b:i think -0.27; b:i told -0.11
b:i was -0.03; b:i will -0.69; b:if i 0.44; b:if it 0.07; b:if we 0.05; b:if you 0.06
b:in # -0.07; b:in * -0.24; b:in @day -0.38; b:in a 0.06; b:in the -0.03; b:in your 0.26
b:instead of 0.09; b:is # 0.40; b:is *ing -0.28; b:is here 0.09; b:is nobody 0.14; b:is that 0.02
b:it * 0.25; b:it a 0.34; b:it does 0.05; b:it i -0.05; b:it in 0.15; b:it is -0.08; b:it now 0.07
b:it or -0.08; b:it out 0.48; b:it take 0.10; b:it two 0.23; b:it up -0.37; b:it went 0.33
b:it with -0.17; b:its # 0.05; b:just come 0.01; b:just did 0.05; b:just do 0.37; b:just here 0.16
b:just one 0.05; b:just say 0.16; b:just the 0.34; b:just use 0.15; b:keep that -0.09
b:keep you 0.01; b:know we 0.01; b:least * 0.06; b:let me -0.02; b:let us 0.09; b:let your 0.02
b:like # 0.18; b:like *ing -0.01; b:like a -0.27; b:like me -0.03; b:like to 0.04
b:like you -0.25; b:little * -0.05; b:little more -0.11; b:look at -0.03; b:make that -0.05
b:make the 0.17; b:makes sense 0.07; b:me how 0.11; b:me one 0.23; b:me through -0.27
b:me you 0.02; b:mind *ing -0.07; b:more about -0.10; b:more for -0.07; b:much * -0.20
b:much do 0.10; b:much of 0.16; b:much were 0.15; b:much would 0.27; b:my * -0.36; b:my life 0.20
b:need to -0.38; b:new * -0.12; b:next * -0.02; b:next time 0.03; b:next to 0.08; b:next week 0.42
b:nobody else 0.15; b:not a -0.05; b:not go 0.16; b:not we 0.17; b:not you -0.25; b:now okay 0.15
b:now on 0.04; b:of # 0.03; b:of *ing 0.12; b:of it -0.01; b:of one -0.17; b:of people 0.05
b:of the -0.30; b:of them -0.13; b:of your 0.13; b:of yours 0.07; b:off to 0.01; b:okay for 0.11
b:okay if -0.14; b:on * 0.09; b:on @day 0.52; b:on a -0.64; b:on for -0.09; b:on it -0.04
b:on open 0.01; b:on the -0.47; b:on you 0.19; b:once and 0.01; b:once more 0.04; b:one * 0.49
b:one day 0.01; b:one next 0.01; b:one year 0.16; b:open day 0.13; b:open to -0.02; b:or a -0.04
b:other * -0.48; b:out @day 0.25; b:out of -0.01; b:part again 0.11; b:people * -0.30
b:people on 0.07; b:people you 0.16; b:perhaps let 0.02; b:please * 0.12; b:please consider 0.12
b:please on -0.10; b:please please 0.14; b:please say 0.14; b:please think 0.13
b:possible to 0.03; b:put a -0.02; b:put it 0.06; b:put that 0.05; b:put you 0.39
b:questions about -0.09; b:rather * -0.08; b:ready to 0.22; b:recommend you 0.16
b:right here 0.16; b:right with 0.16; b:same * 0.02; b:say # 0.02; b:say if -0.03; b:say to 0.07
b:say until 0.14; b:say you 0.04; b:see a -0.13; b:see that -0.03; b:see them -0.11
b:see what 0.39; b:sense to 0.09; b:share it 0.14; b:she is 0.01; b:should we -0.04; b:so can 0.21
b:some * -0.33; b:somebody else 0.10; b:somebody like 0.09; b:somebody with -0.07
b:something @day -0.08; b:start @day 0.17; b:start with 0.23; b:stop * 0.07; b:sure you 0.06
b:take * 0.23; b:take a 0.03; b:take away -0.33; b:take for 0.13; b:take part 0.11
b:thanks for -0.02; b:that * -0.47; b:that a 0.42; b:that change 0.09; b:that could 0.01
b:that feels 0.11; b:that in 0.06; b:that is -0.12; b:that makes 0.05; b:that on 0.57
b:that one 0.11; b:that something 0.12; b:that while 0.05; b:that you -0.27; b:the *ing 0.40
b:the change 0.15; b:the first 0.37; b:the last -0.15; b:the one -0.23; b:the other -0.49
b:the time -0.03; b:their * -0.06; b:them for 0.14; b:them today 0.29; b:then one 0.06
b:there any 0.25; b:there you -0.01; b:these * 0.03; b:they * -0.04; b:thing would 0.11
b:things for 0.09; b:think about 0.35; b:think you 0.77; b:this one 0.18; b:this week 0.42
b:through it -0.06; b:time just 0.05; b:to # -0.11; b:to * 0.54; b:to *ing -0.13; b:to a 0.07
b:to another -0.08; b:to ask 0.46; b:to be -0.71; b:to change -0.06; b:to do 0.23; b:to get -0.29
b:to give 0.37; b:to go 0.06; b:to hear -0.23; b:to help 0.01; b:to her 0.16; b:to just 0.16
b:to make 0.10; b:to me 0.12; b:to open -0.03; b:to say -0.30; b:to see -0.34; b:to share -0.04
b:to show 0.03; b:to somebody 0.15; b:to take -0.22; b:to talk -0.16; b:to the 0.70; b:to us 0.06
b:to you -0.26; b:today and 0.07; b:today while 0.22; b:told you -0.32; b:try *ing 0.16
b:try that 0.11; b:two * 0.14; b:two of 0.06; b:until @day 0.05; b:until the 0.27; b:up at 0.08
b:up one 0.04; b:us a 0.10; b:us for 0.06; b:us just 0.27; b:us please -0.10; b:use that 0.13
b:used to -0.08; b:very * 0.13; b:want to 0.08; b:want your -0.06; b:was just 0.04
b:way with 0.11; b:we * 0.36; b:we agree 0.33; b:we are 0.23; b:we can -0.20; b:we do 0.13
b:we get 0.17; b:we have -0.34; b:we just 0.12; b:we put 0.17; b:we share -0.01; b:week # 0.12
b:week * 0.10; b:what about 0.18; b:what do -0.42; b:what if 0.73; b:what is -0.02
b:what it -0.05; b:what my 0.05; b:what that 0.03; b:what we -0.13; b:what would -0.08
b:what you 0.06; b:when the 0.05; b:where would -0.08; b:while she 0.10; b:while you 0.07
b:who * -0.03; b:why do 0.06; b:why not 0.15; b:why people -0.12; b:will * 0.07; b:will be -0.04
b:will get -0.07; b:will not 0.11; b:will want -0.04; b:will you 1.13; b:willing to 0.67
b:with * -0.19; b:with a 0.22; b:with her -0.02; b:with somebody 0.11; b:with the -0.15
b:with us 0.25; b:with you -0.07; b:without * 0.40; b:wondering if 0.16; b:work * 0.12
b:would # 0.10; b:would * 0.18; b:would @day 0.14; b:would change 0.05; b:would have -0.18
b:would it 0.15; b:would like 0.01; b:would next 0.15; b:would one 0.17; b:would recommend 0.06
b:would take 0.09; b:would want 0.04; b:would you 0.48; b:you * 0.27; b:you *ed -0.02
b:you *ing -0.76; b:you @feel 0.35; b:you a -0.54; b:you able -0.10; b:you about -0.14
b:you also 0.14; b:you and -0.24; b:you are -0.11; b:you ask 0.30; b:you at 0.30; b:you be -0.12
b:you bring 0.26; b:you can -0.36; b:you come 0.47; b:you comfortable 0.06; b:you consider 0.10
b:you decide 0.02; b:you do 0.56; b:you give 0.52; b:you go -0.14; b:you going 0.59
b:you got -0.21; b:you hear -0.05; b:you help 0.09; b:you how 0.16; b:you i -0.39; b:you in 0.33
b:you interested -0.27; b:you just 0.13; b:you know -0.93; b:you like -0.39; b:you mind -0.18
b:you need -0.47; b:you on -0.03; b:you perhaps 0.02; b:you rather -0.46; b:you ready 0.23
b:you say -0.45; b:you some -0.20; b:you something -0.26; b:you start 0.27; b:you still -0.15
b:you sure 0.09; b:you take 0.56; b:you tell -0.03; b:you the 0.31; b:you think 0.67
b:you thinking 0.29; b:you to -0.08; b:you today -0.19; b:you want -0.01; b:you were -0.12
b:you will 0.61; b:you willing 0.09; b:you would 0.54; b:your first -0.02; b:your own -0.09
b:your work 0.24; bias -1.50; clause after -0.31; concern -0.61; e:# -0.36; e:* -0.08; e:*ed -0.45
e:*ing -0.17; e:@day 0.51; e:@feel -0.41; e:again -0.38; e:be -0.13; e:day -0.53; e:first 0.12
e:go 0.11; e:going -0.07; e:happens 0.06; e:help 0.23; e:here 0.33; e:him -0.17; e:in 0.18
e:it -0.73; e:little 0.11; e:more 0.08; e:no -0.14; e:now 0.21; e:off 0.14; e:okay 0.19
e:one -0.20; e:own -0.06; e:say -0.06; e:start -0.13; e:sure -0.03; e:that 0.08; e:then 0.72
e:think 0.05; e:thinking 0.14; e:this -0.07; e:through -0.02; e:today 0.32; e:too 0.11; e:two 0.19
e:up -0.07; e:us 0.11; e:week 0.15; e:went 0.07; e:year -0.15; e:yes 0.63; e:you -0.25
e:yours 0.05; ends bare -0.40; ends mark 0.21; ends raw -0.48; ends stop -2.08; first -0.81
heard:0 -0.22; heard:12 -0.25; heard:18 -0.16; heard:2 -0.07; heard:28 -0.99; heard:3 -0.31
heard:5 0.12; heard:8 0.12; heard:more -0.67; k:# 0.62; k:* -0.25; k:*ed -0.45; k:*ing -0.18
k:@day 0.86; k:@feel -0.10; l:alright -0.02; l:but -0.29; l:good -0.17; l:great 0.06; l:hello 0.29
l:hi -0.31; l:no -0.01; l:now -0.02; l:oh -0.07; l:right -0.01; l:so 0.29; l:then 0.60
l:well -0.08; l:wow -0.02; l:yes -0.18; last 0.10; later -0.85; mostly taken -0.93; n:1 -0.86
n:12 0.20; n:18 -0.15; n:2 -0.41; n:28 -0.34; n:3 -0.48; n:5 -0.55; n:8 -0.34; nod -0.77
p:amount 0.71; p:asks_word -0.48; p:asks_you -0.46; p:but -0.04; p:commits 1.45; p:echoes -0.53
p:explain -0.43; p:fact 0.33; p:informs -0.62; p:inverted 0.52; p:no -0.09; p:opens_inverted 0.57
p:own 0.02; p:points_back 0.16; p:reflects -0.10; p:reflects_inside 0.19; p:refuses -0.25
p:worry -0.05; p:you -0.09; q:how  -0.24; q:how about 0.57; q:how are -0.18; q:how can -0.02
q:how could -0.07; q:how were 0.10; q:how would 0.06; q:what about 0.03; q:what do -0.24
q:what is -0.21; q:what would -0.15; q:when  -0.30; q:when is 0.06; q:where  -0.07
q:where would -0.09; q:which  -0.14; q:who  -0.20; q:why do 0.05; q:you 0.21; s:# -0.06
s:# * -0.58; s:# and 0.16; s:# and you 0.19; s:# then 0.18; s:* -0.09; s:* * -0.05
s:* can we 0.05; s:* could 0.06; s:* could you 0.07; s:* i 0.35; s:* i make 0.17; s:* we 0.16
s:*ing 0.26; s:*ing @day 0.10; s:*ing @day you 0.10; s:*ing for 0.04; s:*ing for * 0.05
s:@day 0.19; s:@day then 0.16; s:@feel -0.09; s:a -0.08; s:are 0.15; s:are you 0.18
s:are you *ing -0.13; s:are you comfortable 0.06; s:are you going 0.67; s:are you in 0.09
s:are you interested -0.23; s:are you willing 0.09; s:can 0.53; s:can i * 0.13; s:can i ask -0.33
s:can we 0.36; s:can we * 0.26; s:can you 0.32; s:can you * 0.12; s:can you ask 0.13
s:can you do 0.30; s:can you get 0.24; s:could 0.46; s:could you 0.36; s:could you give 0.19
s:did -0.62; s:did you -0.49; s:did you * -0.01; s:do -0.38; s:do you -0.21; s:do you have -0.26
s:do you think 0.07; s:do you want 0.32; s:does -0.31; s:give 0.14; s:give two 0.18; s:have -0.19
s:have you -0.14; s:he -0.04; s:how 0.32; s:how about 0.64; s:how about # 0.15; s:how about i 0.15
s:how about it 0.14; s:how many -0.20; s:how much 0.63; s:how much do 0.10; s:how much of 0.15
s:how much were 0.15; s:how much would 0.24; s:i -0.44; s:i * -0.05; s:i *ed if 0.05
s:i am here 0.34; s:i can not 0.11; s:i hear 0.05; s:i hear you 0.05; s:i know 0.02
s:i think -0.02; s:i will -0.39; s:i would 0.24; s:i would like 0.17; s:if 0.03; s:if i 0.32
s:if i * 0.20; s:if i got 0.01; s:if you -0.31; s:is 0.01; s:is it a 0.17; s:is that 0.11
s:is that a 0.17; s:is that something 0.12; s:is there any 0.03; s:it -0.45; s:it does 0.12
s:it does not 0.16; s:its -0.18; s:just 0.03; s:just * 0.08; s:let us 0.05; s:let us just 0.13
s:my -0.40; s:my * -0.29; s:of 0.13; s:of * 0.19; s:on -0.07; s:please 0.61; s:please * 0.05
s:please * to 0.14; s:please please 0.14; s:please please please 0.14; s:please think 0.13
s:please think about 0.13; s:she -0.57; s:thank you * 0.01; s:thank you for -0.06
s:that is * 0.04; s:that makes 0.07; s:that makes sense 0.08; s:the -0.58; s:the * -0.34
s:there is 0.06; s:there is nobody 0.15; s:they -0.07; s:we are 0.11; s:were -0.05
s:were you -0.13; s:what 0.16; s:what * 0.05; s:what about 0.18; s:what about # 0.19
s:what do -0.29; s:what do you -0.23; s:what if 0.70; s:what if i 0.11; s:what if it 0.01
s:what if we 0.13; s:what if you 0.08; s:what would it 0.07; s:what you 0.01; s:when -0.46
s:where -0.21; s:where would -0.07; s:where would you -0.05; s:which -0.01; s:who -0.12
s:why 0.17; s:why do 0.07; s:why do not 0.11; s:why not 0.15; s:why not * 0.16; s:will 0.71
s:will you 0.66; s:will you * 0.56; s:will you be -0.38; s:will you do 0.19; s:would 0.46
s:would # 0.11; s:would # be 0.11; s:would next 0.15; s:would next week 0.15; s:would one 0.17
s:would one * 0.17; s:would you 0.06; s:would you * 0.39; s:would you ask 0.09
s:would you come 0.37; s:would you consider 0.05; s:would you do 0.27; s:would you have -0.02
s:would you let -0.10; s:would you like -0.39; s:would you mind -0.09; s:would you rather -0.40
s:would you say -0.31; s:would you take 0.04; s:would you want -0.20; s:you -0.48
s:you * more 0.03; s:you are 0.03; s:you can -0.36; s:you could -0.20; s:you do -0.15
s:you take 0.12; s:you think 0.11; s:you think you 0.20; s:you will * 0.09; s:you would -0.43
s:your -0.29; s:your * -0.22; share -0.34; turned -0.09; w:10 0.03; w:10p 0.10; w:30 0.09
w:5 0.44; w:a 0.05; w:about -0.27; w:account -0.29; w:again -0.09; w:agree 0.25; w:ahead 0.51
w:airport -0.11; w:all -0.06; w:along 0.12; w:already -0.04; w:always -0.08; w:am -0.02; w:an 0.10
w:and -0.01; w:animal 0.07; w:annelies 0.03; w:another -0.29; w:answer -0.11; w:anyone -0.10
w:anything -0.61; w:are -0.21; w:around -0.02; w:ask 0.22; w:asking 0.24; w:at 0.06; w:away -0.59
w:back -0.42; w:bags -0.06; w:baking 0.05; w:be -0.32; w:because -0.14; w:been -0.16
w:being -0.04; w:better -0.08; w:between -0.15; w:bit -0.33; w:blanket 0.06; w:board -0.15
w:book 0.09; w:both 0.22; w:bring 0.38; w:by 0.17; w:can 0.53; w:cast 0.14; w:cents 0.65
w:chance 0.26; w:change 0.60; w:charity -0.04; w:chat 0.05; w:checking -0.09; w:children 0.12
w:children's 0.01; w:chooks 0.01; w:choose -0.06; w:church 0.01; w:collecting 0.09; w:come 0.52
w:comes 0.02; w:comfortable 0.21; w:coming 0.15; w:commit 0.17; w:condom -0.06; w:consider 0.52
w:contribute 0.07; w:could 0.41; w:count 0.54; w:counts 0.13; w:course 0.15; w:dating -0.06
w:day -0.01; w:days -0.12; w:deal 0.81; w:depot 0.08; w:did -0.41; w:different -0.11
w:discount 0.21; w:does -0.38; w:dogs 0.01; w:dollar 0.69; w:donate 1.08; w:donating 0.47
w:donation 0.37; w:down 0.37; w:dry 0.10; w:easier -0.16; w:eight -0.23; w:either 0.05
w:eleven -0.04; w:euro 0.07; w:euros 0.39; w:evening -0.03; w:ever -0.11; w:everybody -0.04
w:everything -0.05; w:excuses 0.13; w:exercises 0.11; w:exist 0.02; w:explain -0.06; w:fake 0.05
w:fast 0.03; w:feel -0.14; w:fence 0.12; w:few -0.24; w:fifty 0.25; w:find -0.06; w:fly -0.12
w:for 0.34; w:forty -0.15; w:found -0.24; w:four -0.39; w:free 0.18; w:friday 0.33; w:from -0.35
w:full 0.19; w:gave 0.03; w:get -0.22; w:gets -0.24; w:getting -0.15; w:give 0.76; w:giving 0.55
w:go 0.19; w:goes -0.20; w:going -0.01; w:good -0.04; w:got -0.50; w:guide 0.05; w:had -0.93
w:hand 0.18; w:happen -0.13; w:happening -0.10; w:happy 0.27; w:has -0.29; w:have -1.12
w:he -0.33; w:hear -0.37; w:heard -0.19; w:hearing -0.28; w:help 0.16; w:helps -0.03; w:here 0.61
w:hi 0.04; w:him -0.61; w:hold -0.06; w:home -0.58; w:hour 0.53; w:house 0.01; w:how -0.01
w:hundred 0.22; w:i -0.16; w:if 0.42; w:ill -0.14; w:in -0.15; w:ines 0.08; w:information -0.18
w:instead 0.13; w:interest 0.08; w:interested -0.04; w:into -0.19; w:invite 0.05; w:is -0.78
w:it -0.20; w:its -0.42; w:just 0.87; w:keep -0.07; w:kids -0.09; w:kind -0.10; w:know -0.48
w:lantern 0.17; w:lanterns 0.28; w:last -0.72; w:least 0.13; w:left -0.19; w:letter 0.02
w:like -0.39; w:link 0.24; w:little -0.32; w:live -0.30; w:long -0.30; w:look -0.52
w:looking -0.31; w:lose 0.08; w:lot -0.32; w:lunch 0.02; w:made -0.14; w:mailbox 0.13; w:man 0.13
w:many -0.02; w:me -0.16; w:mean -0.32; w:mention 0.07; w:might -0.14; w:mind -0.09; w:minute 0.04
w:minutes -0.22; w:monday 0.53; w:money 0.18; w:month 0.39; w:months -0.07; w:more -0.07
w:most -0.31; w:move -0.24; w:moved 0.14; w:much 0.36; w:must -0.08; w:my -0.10; w:need -0.24
w:new -0.22; w:next 0.51; w:night 0.10; w:nine -0.39; w:no -0.08; w:noon -0.01; w:not -0.78
w:nothing -0.10; w:now 0.17; w:number -0.59; w:of -0.05; w:okay 0.25; w:on -0.09; w:one -0.05
w:online 0.12; w:only -0.17; w:open -0.02; w:operation 0.01; w:or -1.24; w:other -0.76
w:others -0.11; w:over -0.30; w:own -0.21; w:part 0.21; w:partners -0.06; w:pass 0.02
w:patch 0.28; w:payments 0.12; w:people -0.18; w:photos 0.09; w:picture -0.02; w:please 0.57
w:pledge 0.06; w:pool 0.15; w:possible 0.10; w:postcode -0.05; w:pounds 0.37; w:prefer -0.14
w:price 0.22; w:promise 0.38; w:promised 0.18; w:put 0.41; w:questions -0.37; w:quit 0.26
w:raise 0.16; w:raising 0.06; w:rather -0.63; w:ready 0.10; w:reckon 0.01; w:recommend 0.15
w:record 0.15; w:remind 0.02; w:rescue 0.18; w:respect 0.07; w:ride 0.19; w:rope 0.29; w:sat 0.07
w:saturday 0.43; w:save 0.21; w:saving 0.15; w:seabird 0.14; w:see -0.19; w:seeing -0.20
w:sense 0.02; w:set 0.17; w:setting 0.17; w:seven -0.22; w:shall 1.03; w:shared 0.10; w:she -0.39
w:shelter 0.34; w:shoot 0.04; w:shot -0.11; w:should -0.30; w:show -0.09; w:sign 0.55
w:signature 0.09; w:since -0.18; w:sister -0.12; w:six -0.35; w:sleep -0.21; w:small 0.27
w:smaller 0.10; w:so 0.01; w:sold 0.11; w:some -0.22; w:somebody 0.02; w:someone -0.28
w:something -0.26; w:sorry -0.14; w:spare 0.47; w:spell -0.12; w:sponsor 0.07; w:start 0.25
w:starting 0.37; w:steps 0.02; w:still -0.14; w:stopping 0.13; w:stove 0.27; w:street 0.11
w:subscription 0.07; w:suit 0.15; w:sundays 0.09; w:support 0.11; w:table 0.14; w:take 0.27
w:talk -0.14; w:task 0.17; w:tell -0.44; w:ten 0.25; w:terms 0.01; w:than -0.14; w:thankful 0.01
w:the 0.06; w:their -0.14; w:them 0.32; w:then 0.52; w:there -0.24; w:they -0.96; w:thing -0.07
w:think 0.44; w:thinking 0.16; w:this 0.14; w:tho 0.18; w:three 0.17; w:through -0.91
w:thursday 0.25; w:till 0.29; w:time -0.15; w:to 0.25; w:today 0.80; w:together -0.21
w:told -0.46; w:tombola 0.14; w:too 0.29; w:towards 0.02; w:track 0.02; w:travel -0.01
w:trial 0.13; w:try 0.08; w:twelve 0.41; w:twenty 0.34; w:twice -0.18; w:two 0.50; w:ugly 0.05
w:until 0.54; w:up -0.17; w:us 0.35; w:used -0.23; w:version 0.11; w:very 0.12; w:volunteer 0.07
w:walking -0.11; w:want -0.20; w:ward 0.13; w:was -1.11; w:we 0.89; w:wednesday 0.38; w:week 0.57
w:went 0.09; w:what -0.54; w:whatever 0.28; w:when -0.16; w:where -0.86; w:which -0.34
w:while 0.48; w:who -0.77; w:wife 0.11; w:will 0.60; w:willing 0.67; w:with -0.25; w:without 0.14
w:wondered 0.07; w:wondering 0.13; w:worst 0.05; w:would 0.82; w:years -0.03; w:yes 0.57
w:you 0.05; w:your -0.09; who: -1.17; who:i -1.51; who:you -0.30; who:youi 0.41
"""
