"""Learned weights of ``objection``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.798, 0.836, -0.33)
WEIGHTS = """
after ask 1.38; after question 0.21; b:# # -0.32; b:# * -0.04; b:# a 0.02; b:# an 0.32
b:# and 0.12; b:# at 0.03; b:# i -0.30; b:# is 0.50; b:# of 0.28; b:# on 0.05; b:# one -0.02
b:# people 0.15; b:# that 0.13; b:# to -0.28; b:# you 0.08; b:* # 0.09; b:* * -0.09; b:* *ed -0.34
b:* *ing -0.44; b:* @day 0.20; b:* @feel 0.31; b:* a 0.08; b:* actually -0.06; b:* already 0.05
b:* am -0.01; b:* and -0.10; b:* anything 0.18; b:* as 0.03; b:* at 0.19; b:* be -0.04
b:* been 0.16; b:* before 0.07; b:* but -0.21; b:* by 0.07; b:* change 0.15; b:* did -0.01
b:* does -0.26; b:* every 0.69; b:* feel 0.25; b:* first 0.04; b:* for 0.39; b:* from 0.17
b:* get -0.10; b:* gets 0.28; b:* good 0.06; b:* had -0.33; b:* has -0.22; b:* he -0.19
b:* her 0.17; b:* here -0.19; b:* i -0.12; b:* in 0.31; b:* instead 0.08; b:* it 0.17
b:* just 0.06; b:* like -0.38; b:* means -0.05; b:* might 0.15; b:* more 0.16; b:* much -0.15
b:* my 0.21; b:* never -0.16; b:* new 0.13; b:* now -0.57; b:* of -0.13; b:* on -0.01
b:* one -0.10; b:* or -0.22; b:* over -0.07; b:* right 0.28; b:* said -0.36; b:* says -0.08
b:* she 0.21; b:* should 0.12; b:* so -0.75; b:* some -0.15; b:* somebody -0.02
b:* something -0.14; b:* the -0.26; b:* them -0.08; b:* there -0.11; b:* those 0.41; b:* time 0.13
b:* to -0.12; b:* today -0.03; b:* told -0.05; b:* too 0.19; b:* try 0.13; b:* until 0.03
b:* up 0.25; b:* was -0.17; b:* we 0.07; b:* what 0.01; b:* who -0.21; b:* will 0.17
b:* wondering 0.12; b:* would -0.35; b:* you -0.17; b:* your -0.43; b:*ed # -0.12; b:*ed ask 0.17
b:*ed goes 0.29; b:*ed it 0.02; b:*ed me -0.43; b:*ed myself 0.06; b:*ed on -0.12; b:*ed once 0.11
b:*ed that -0.17; b:*ed the 0.17; b:*ed where 0.19; b:*ed you 0.27; b:*ing # 0.12; b:*ing a 0.18
b:*ing an 0.26; b:*ing i 0.18; b:*ing in -0.68; b:*ing is -0.01; b:*ing it -0.08; b:*ing me 0.45
b:*ing off 0.15; b:*ing on 0.05; b:*ing the -0.22; b:*ing them 0.13; b:*ing there -0.28
b:*ing these 0.09; b:*ing thing 0.10; b:*ing through 0.07; b:*ing to 0.38; b:*ing your 0.06
b:@day * -0.27; b:@day *ing 0.17; b:@day @day -0.03; b:@day at -0.05; b:@feel * -0.35
b:@feel at -0.35; b:@feel by 0.01; b:@feel her 0.02; b:@feel my 0.21; b:@feel stop 0.15
b:@feel with 0.07; b:a # -0.08; b:a * 0.09; b:a bad -0.29; b:a big 0.07; b:a bit 0.72
b:a day 0.02; b:a good -0.02; b:a great -0.07; b:a little -0.61; b:a nice 0.06; b:a no 0.18
b:a thing -0.33; b:a walk 0.11; b:a whole 0.21; b:a year -0.30; b:able to -0.14; b:about # -0.53
b:about * -0.04; b:about any 0.12; b:about that 0.16; b:after # -0.28; b:after that 0.16
b:after the 0.06; b:all * 0.64; b:all a 0.10; b:all be 0.10; b:all day 0.08; b:all decided 0.18
b:all right -0.33; b:all say 0.05; b:all these 0.06; b:already * 0.06; b:already said 0.04
b:always # 0.05; b:always * -0.29; b:always nobody 0.15; b:always stop 0.13; b:am # -0.08
b:am *ing 0.05; b:am @feel 0.18; b:am a 0.11; b:am doing -0.03; b:am getting 0.45
b:am going -0.32; b:am good -0.03; b:am i -0.20; b:am just -0.08; b:am my 0.02; b:am no 0.08
b:am not 0.25; b:am on 0.69; b:am sorry -0.29; b:am still 0.46; b:am sure -0.09; b:am the -0.20
b:am usually 0.10; b:an * 0.03; b:and * -0.19; b:and big 0.09; b:and him 0.09; b:and keep 0.15
b:and nobody 0.07; b:and not -0.36; b:and now -0.03; b:and says 0.01; b:and the -0.22
b:and then 0.02; b:and there 0.04; b:another # 0.11; b:another * 0.34; b:another there 0.05
b:any better 0.05; b:any here -0.01; b:any of 0.10; b:anything at 0.09; b:anything else -0.01
b:anything there 0.12; b:are * 0.05; b:are all 0.02; b:are even 0.06; b:are going 0.20
b:are not 0.46; b:are still 0.07; b:are the -0.22; b:are trying 0.18; b:are you -0.18
b:as a -0.25; b:as far 0.01; b:as it 0.17; b:as some 0.03; b:as that -0.05; b:ask why 0.45
b:at # 0.31; b:at * 0.51; b:at a -0.11; b:at all -0.06; b:at by 0.11; b:at it -0.16
b:at least -0.12; b:at me -0.32; b:at some 0.06; b:at the 0.03; b:away there 0.13; b:bad at 0.13
b:bad we 0.07; b:be * 0.47; b:be @feel -0.02; b:be a 0.07; b:be at 0.15; b:be here 0.16
b:be him -0.03; b:be on 0.08; b:be the -0.03; b:be willing -0.05; b:because if 0.08
b:because there 0.12; b:because you 0.08; b:been * 0.18; b:been nobody 0.15; b:been very 0.15
b:before * 0.05; b:before a 0.09; b:before her 0.16; b:before me 0.12; b:before to 0.02
b:being @feel 0.17; b:better * 0.09; b:big * 0.23; b:bit * 0.47; b:bit @feel 0.17; b:bit more 0.21
b:but * 0.23; b:but i -0.07; b:but yes -0.25; b:by * -0.05; b:by a 0.05; b:by at 0.14
b:by then 0.06; b:by you 0.19; b:can be 0.25; b:can come 0.18; b:can not 0.14; b:can see -0.08
b:can try -0.02; b:come over 0.15; b:could * -0.28; b:could do -0.20; b:could hold 0.17
b:day * 0.01; b:day looking 0.16; b:day off 0.05; b:decide on -0.05; b:did # 0.02; b:did * -0.02
b:did it 0.20; b:did not -0.92; b:did nothing 0.11; b:did that 0.37; b:do # -0.19; b:do a -0.16
b:do anything -0.10; b:do i 0.47; b:do it 0.35; b:do my -0.02; b:do not 0.15; b:do that 0.24
b:do these 0.16; b:do this 0.21; b:do without 0.06; b:do you -0.03; b:does one 0.19
b:doing good 0.06; b:doing it -0.12; b:done * 0.11; b:done everything 0.05; b:done that 0.16
b:else * 0.06; b:else since 0.15; b:enough i 0.06; b:even get 0.17; b:even had 0.16
b:even look 0.05; b:even mine 0.14; b:even say 0.14; b:even want 0.01; b:even when 0.11
b:even with 0.05; b:every * 0.13; b:every day -0.07; b:every time -0.10; b:every week 0.07
b:everybody was 0.16; b:everyone else 0.15; b:everything that 0.24; b:far as 0.01
b:feel like 0.15; b:first # 0.12; b:first * -0.09; b:first i 0.14; b:first was 0.07; b:for # 0.46
b:for * -0.02; b:for *ing 0.22; b:for a -0.36; b:for an 0.01; b:for like 0.12; b:for me 0.15
b:for my -0.04; b:for now -0.01; b:for somebody 0.09; b:for that 0.40; b:for the -0.44
b:for this 0.01; b:for you -0.62; b:from # 0.09; b:from * 0.15; b:from home 0.03; b:from the -0.33
b:get * -0.33; b:get a 0.36; b:get another 0.06; b:get as 0.05; b:get him 0.07; b:get it -0.30
b:get my 0.15; b:get so 0.14; b:get that -0.32; b:get the 0.12; b:get there 0.16; b:get up -0.40
b:get you 0.05; b:get your 0.13; b:gets a 0.03; b:gets most 0.15; b:gets there 0.33
b:getting the 0.13; b:getting up 0.16; b:give * 0.14; b:give my 0.13; b:give once 0.15
b:give that 0.05; b:go * -0.24; b:go *ed 0.08; b:go into 0.21; b:go on -0.18; b:go the 0.04
b:go through 0.02; b:go with 0.02; b:goes * 0.22; b:goes @feel 0.19; b:goes all 0.01
b:going * -0.25; b:going a 0.15; b:going on -0.13; b:going out 0.03; b:going to -0.03
b:gone though 0.06; b:gone up 0.26; b:good * -0.48; b:good does 0.19; b:good for 0.03
b:good one 0.17; b:good to -0.05; b:good with 0.23; b:got # -0.44; b:got a 0.17; b:got an -0.20
b:got another 0.35; b:got better 0.07; b:got enough -0.03; b:got him 0.03; b:got it -0.48
b:got my 0.01; b:got not 0.13; b:got one 0.01; b:got the -0.61; b:got to 0.34; b:got work 0.06
b:had # 0.07; b:had * 0.03; b:had *ed 0.17; b:had a -0.30; b:had it 0.07; b:had my -0.08
b:had not -0.36; b:had nothing 0.11; b:had the 0.34; b:had to -0.21; b:happened with 0.12
b:happens if 0.17; b:has time 0.17; b:has to -0.08; b:have # -0.09; b:have * 0.23; b:have *ed 0.06
b:have a -0.31; b:have all 0.07; b:have any -0.16; b:have anything 0.08; b:have been -0.25
b:have done 0.42; b:have got 0.49; b:have had 0.15; b:have it 0.05; b:have just 0.18
b:have never -0.04; b:have no -0.25; b:have not -0.20; b:have people 0.18; b:have seen -0.38
b:have the 0.30; b:have time 0.17; b:have to 0.40; b:have tried 0.02; b:have usually 0.10
b:he * 0.66; b:he does -0.14; b:he is -0.02; b:he was -0.11; b:he will 0.11; b:hear her 0.07
b:hear that -0.02; b:hear the 0.08; b:heard it 0.06; b:heard of -0.32; b:heard that 0.01
b:her * 0.13; b:her and 0.03; b:her at 0.02; b:her bad 0.14; b:her like 0.04; b:her the 0.12
b:her who 0.19; b:here * -0.09; b:here by 0.16; b:here in 0.06; b:him * 0.13; b:him @feel 0.01
b:him again -0.02; b:him i 0.14; b:him to -0.04; b:him up -0.11; b:his * -0.27; b:hold for 0.08
b:hold out 0.17; b:home to 0.10; b:how do 0.27; b:how it -0.20; b:how much -0.13; b:how my 0.07
b:how they 0.13; b:how this -0.19; b:how to 0.07; b:i * -0.19; b:i already 0.44; b:i am 0.03
b:i can -0.06; b:i come -0.07; b:i could -0.29; b:i did -0.34; b:i do 0.03; b:i feel 0.06
b:i get 0.50; b:i give 0.03; b:i go -0.53; b:i got 0.01; b:i had -0.44; b:i have 0.10
b:i heard 0.12; b:i know -0.10; b:i look -0.01; b:i love -0.11; b:i make 0.15; b:i might -0.02
b:i need 0.15; b:i only 0.36; b:i probably 0.06; b:i put 0.05; b:i really 0.49; b:i said 0.21
b:i saw -0.25; b:i say -0.08; b:i see -0.62; b:i should -0.24; b:i still -0.10; b:i tell -0.04
b:i think 0.16; b:i thought -0.19; b:i tried 0.01; b:i understand -0.05; b:i used -0.26
b:i want 0.10; b:i wanted -0.14; b:i was -0.16; b:i will -0.45; b:i work 0.63; b:i would 0.15
b:if he -0.21; b:if i 0.19; b:if it 0.12; b:if your 0.15; b:important no 0.07; b:in # 0.18
b:in * -0.21; b:in @day 0.07; b:in a 0.24; b:in an 0.08; b:in here 0.34; b:in it -0.32
b:in my -0.80; b:in the -0.39; b:in their 0.22; b:in this 0.12; b:in your 0.24; b:instead of 0.23
b:into it 0.19; b:is # 0.14; b:is * -0.22; b:is *ing -0.95; b:is @feel -0.49; b:is a 0.17
b:is all 0.12; b:is always 0.03; b:is been 0.01; b:is enough 0.20; b:is going -0.09
b:is gone 0.13; b:is good -0.35; b:is got -0.03; b:is he 0.05; b:is her 0.05; b:is i 0.09
b:is in 0.40; b:is it -0.16; b:is kind 0.09; b:is like 0.16; b:is long 0.07; b:is my 0.06
b:is never -0.31; b:is okay -0.18; b:is on 0.15; b:is really 0.07; b:is right -0.11
b:is that -0.39; b:is the -0.18; b:is this -0.01; b:is too 0.13; b:is way 0.13; b:is what 0.11
b:is why -0.02; b:is your 0.16; b:it * -0.37; b:it *ed 0.02; b:it again 0.10; b:it and -0.08
b:it any 0.04; b:it at 0.19; b:it be -0.02; b:it but -0.02; b:it by -0.08; b:it did 0.32
b:it does -0.22; b:it feels -0.03; b:it first 0.35; b:it for 0.04; b:it gets 0.22; b:it he 0.28
b:it in -0.73; b:it like -0.27; b:it made 0.13; b:it my 0.17; b:it on -0.43; b:it one 0.14
b:it only 0.12; b:it or 0.07; b:it says 0.22; b:it sounds 0.28; b:it stop 0.11; b:it that -0.35
b:it they 0.09; b:it to -0.27; b:it until 0.06; b:it was -0.16; b:it went 0.09; b:it will -0.09
b:it with -0.07; b:its * -0.20; b:its a 0.12; b:its the 0.10; b:just *ing -0.10; b:just get 0.34
b:just goes 0.03; b:just got 0.19; b:just had 0.11; b:just me 0.09; b:just need 0.05
b:just now 0.16; b:just rather 0.15; b:just the -0.31; b:keep the 0.41; b:know how -0.19
b:know i 0.12; b:know if 0.01; b:know it -0.40; b:know them 0.07; b:last lot 0.10
b:last time 0.17; b:last year 0.41; b:let me -0.17; b:let us 0.11; b:life * 0.10; b:like # -0.06
b:like *ing 0.03; b:like a -0.10; b:like at -0.04; b:like being 0.35; b:like everyone 0.16
b:like i -0.17; b:like that -0.16; b:like things 0.05; b:like this 0.35; b:like to -0.23
b:like two 0.08; b:little * -0.01; b:long time 0.05; b:look i 0.32; b:look no 0.17; b:lot * 0.08
b:lot are 0.13; b:lot more 0.31; b:lot of -0.11; b:lot with 0.15; b:love i 0.05; b:made me 0.09
b:make a -0.20; b:make here 0.13; b:make me 0.04; b:maybe at 0.04; b:maybe if 0.15; b:me # 0.09
b:me * -0.19; b:me a -0.22; b:me an 0.16; b:me as 0.13; b:me just 0.01; b:me now 0.18
b:me something 0.09; b:me that -0.24; b:me the -0.08; b:me told 0.12; b:me want 0.12
b:mean my 0.12; b:mean the 0.09; b:mean to 0.07; b:means no -0.05; b:might be 0.01
b:might come 0.17; b:mine so 0.14; b:more * -0.33; b:more important 0.07; b:more than 0.05
b:more work 0.17; b:most of 0.16; b:most people -0.15; b:much * 0.27; b:much in 0.13
b:much use 0.09; b:must be 0.04; b:my * 0.05; b:my *ing -0.14; b:my first 0.04; b:my last 0.01
b:my own 0.37; b:my work -0.04; b:myself i 0.12; b:need a 0.05; b:need another 0.11
b:need some 0.07; b:need the -0.07; b:need to 0.04; b:never be 0.04; b:never know 0.17
b:never says 0.06; b:never thought -0.12; b:never told -0.03; b:next * -0.23; b:next one -0.16
b:nice * 0.04; b:no * 0.09; b:no idea -0.01; b:no to -0.13; b:no work -0.05; b:nobody * 0.17
b:nobody else 0.15; b:nobody ever -0.05; b:nobody has 0.17; b:nobody there 0.14
b:nobody told 0.08; b:not # 0.01; b:not *ing 0.63; b:not @day 0.06; b:not @feel -0.15
b:not a -0.10; b:not be -0.35; b:not but 0.06; b:not care -0.13; b:not come -0.15
b:not decide -0.06; b:not do 0.22; b:not even 0.08; b:not feel -0.20; b:not get -0.04
b:not give 0.29; b:not going -0.03; b:not had -0.08; b:not have 0.04; b:not hear 0.13
b:not here -0.01; b:not i -0.12; b:not imagine -0.10; b:not in -0.27; b:not interested 0.40
b:not know 0.05; b:not like 0.89; b:not make 0.12; b:not me 0.12; b:not mean 0.03
b:not mind -0.39; b:not much 0.23; b:not need -0.36; b:not next 0.01; b:not out 0.15
b:not put -0.23; b:not ready 0.24; b:not really 0.20; b:not say -0.62; b:not saying 0.52
b:not so -0.20; b:not sure -0.09; b:not take 0.25; b:not tell -0.28; b:not that 0.16
b:not the 0.29; b:not there 0.21; b:not think -0.03; b:not this 0.26; b:not today 0.25
b:not told -0.02; b:not understand -0.15; b:not very 0.03; b:not want -0.05; b:not work -0.34
b:nothing for 0.03; b:nothing to 0.02; b:now with -0.04; b:of # 0.24; b:of a -0.04; b:of it -0.02
b:of that -0.52; b:of the 0.04; b:of them 0.18; b:of these 0.01; b:of things 0.09; b:of those 0.30
b:of you -0.02; b:off a 0.06; b:off for 0.13; b:off my 0.15; b:on # -0.09; b:on * 0.20
b:on a 0.12; b:on hold 0.09; b:on i 0.04; b:on it 0.18; b:on my -0.09; b:on the 0.13
b:on there 0.25; b:once in 0.06; b:once my 0.04; b:once you 0.15; b:one but 0.09; b:one of 0.33
b:one the 0.14; b:one up 0.04; b:one with 0.06; b:only *ing 0.11; b:only do 0.16
b:only needs 0.14; b:only one 0.08; b:or not 0.17; b:other * -0.10; b:other lot 0.13
b:other one 0.16; b:other week 0.01; b:others have 0.15; b:our * -0.48; b:out after 0.17
b:out from 0.02; b:out of -0.13; b:out there 0.07; b:out when 0.05; b:out where 0.04
b:over a 0.04; b:over the -0.20; b:over what 0.18; b:own * 0.22; b:own way 0.01; b:part of 0.14
b:people * 0.23; b:people *ing 0.28; b:people do -0.04; b:people every 0.10; b:people who -0.02
b:please do 0.15; b:probably not 0.19; b:problem though 0.12; b:put a -0.16; b:put it 0.03
b:rather give 0.19; b:rather it 0.15; b:rather not 0.09; b:really do 0.24; b:really just 0.07
b:really make 0.12; b:really nothing 0.16; b:right now 0.45; b:said * -0.04; b:said it -0.03
b:said last 0.17; b:said no 0.54; b:said sorry 0.10; b:said they 0.12; b:same * -0.29
b:say * -0.22; b:say he 0.17; b:say i -0.10; b:say it -0.20; b:say my 0.09; b:say no -0.13
b:say that -0.26; b:say to 0.12; b:saying i 0.03; b:saying who 0.07; b:saying yes 0.11
b:says he 0.04; b:says i 0.02; b:says on 0.06; b:says they 0.17; b:says until 0.17; b:says we 0.06
b:see about 0.15; b:see her 0.02; b:see how 0.44; b:see it -0.39; b:see that -0.20
b:see the -0.07; b:share the 0.18; b:she * -0.82; b:she *ed -0.40; b:she could 0.13
b:she did 0.01; b:she does 0.06; b:she is 0.12; b:she never 0.31; b:she was -0.27
b:she would -0.10; b:should do 0.17; b:should get 0.07; b:should know 0.13; b:should not -0.31
b:since # 0.07; b:since i -0.13; b:so bad 0.07; b:so much 0.06; b:some * 0.09; b:something is 0.06
b:something like 0.10; b:something when 0.18; b:sorry i -0.23; b:sorry love 0.10; b:sort of -0.07
b:sound like 0.17; b:sounds @feel 0.11; b:sounds like -0.05; b:sounds nice 0.16; b:still * 0.09
b:still i 0.03; b:still no 0.17; b:still not 0.38; b:stop * 0.12; b:sure i 0.22; b:take a 0.08
b:take the -0.01; b:talk about 0.10; b:talk to 0.03; b:tell me -0.54; b:than * 0.21; b:than i 0.30
b:than that -0.02; b:than we 0.12; b:thank you 0.34; b:thanks for -0.19; b:that @feel -0.18
b:that as 0.13; b:that before 0.29; b:that but -0.04; b:that i -0.23; b:that is 0.10
b:that last 0.01; b:that long 0.14; b:that nobody 0.06; b:that not 0.15; b:that one 0.06
b:that says 0.07; b:that you -0.11; b:the # -0.45; b:the * -0.07; b:the *ed -0.03; b:the *ing 0.39
b:the @day 0.09; b:the @feel -0.23; b:the first 0.04; b:the next -0.15; b:the one 0.04
b:the other 0.24; b:the same -0.30; b:the thing 0.08; b:the time 0.08; b:the whole -0.25
b:their * -0.01; b:their little 0.11; b:them for -0.01; b:them they 0.23; b:then * -0.01
b:then everybody 0.16; b:there by -0.06; b:there i -0.04; b:there in 0.06; b:there is -0.05
b:there must 0.18; b:there there 0.15; b:there was 0.30; b:these * 0.53; b:these for 0.13
b:they * -0.10; b:they did 0.08; b:they do -0.52; b:they give 0.07; b:they have -0.71
b:they never 0.05; b:they said 0.31; b:they told 0.14; b:they tried 0.06; b:they were 0.02
b:they will 0.66; b:they would 0.03; b:thing i -0.01; b:thing is 0.42; b:things going 0.05
b:things we 0.17; b:think a -0.03; b:think about 0.03; b:think it 0.23; b:think on 0.17
b:think that -0.19; b:think the 0.17; b:think they -0.12; b:this time 0.10; b:this year 0.19
b:those * -0.09; b:those go 0.11; b:those they 0.03; b:those things 0.02; b:those where 0.15
b:though i 0.04; b:though what 0.06; b:though with 0.12; b:thought about -0.23; b:thought you 0.11
b:through your 0.17; b:time * -0.17; b:time and -0.17; b:time for 0.11; b:time on 0.13
b:time something 0.06; b:time this 0.15; b:time to 0.25; b:time we 0.05; b:to * 0.08
b:to anyone 0.08; b:to ask -0.16; b:to do 0.24; b:to get 0.25; b:to hear -0.48; b:to her 0.07
b:to know -0.53; b:to make -0.26; b:to put 0.22; b:to say -0.37; b:to somebody 0.09
b:to start -0.10; b:to stop -0.05; b:to take 0.09; b:to talk 0.35; b:to the -0.31; b:to think 0.13
b:to understand 0.09; b:to use 0.06; b:told it 0.16; b:told me 0.08; b:told that 0.03
b:told the 0.13; b:told them 0.12; b:told you -0.05; b:too * 0.13; b:too much -0.16
b:tried it 0.06; b:tried the 0.12; b:try to -0.14; b:try with 0.07; b:understand i 0.10
b:unless * 0.15; b:until @day -0.06; b:until he 0.06; b:until one 0.17; b:until the 0.10
b:up at -0.25; b:up everything 0.17; b:up i 0.04; b:up my 0.30; b:up there -0.09; b:up to -0.10
b:us # 0.02; b:use before 0.09; b:use less 0.12; b:use their 0.09; b:use to 0.01; b:used to -0.48
b:usually * 0.04; b:usually *ing 0.10; b:walk or 0.11; b:want it -0.09; b:want me 0.02
b:want more 0.18; b:want my 0.05; b:want one 0.03; b:want that -0.17; b:want to 0.26
b:was * -0.25; b:was *ing 0.10; b:was a -0.65; b:was all 0.09; b:was going 0.20; b:was her 0.19
b:was nobody 0.15; b:was not -0.87; b:was that 0.05; b:was there 0.07; b:was told 0.37
b:way * 0.13; b:way over 0.18; b:we * -0.01; b:we can 0.11; b:we did 0.12; b:we do -0.39
b:we have 0.35; b:we might 0.04; b:we need 0.21; b:we share 0.18; b:we should 0.04; b:we use 0.12
b:we want 0.14; b:we wanted 0.18; b:we were -0.12; b:week after 0.06; b:week i 0.02
b:week is 0.07; b:week that 0.14; b:were only 0.15; b:what good 0.19; b:what happened 0.12
b:what happens 0.13; b:what i -0.19; b:what is 0.03; b:what then 0.06; b:what they 0.19
b:what we 0.06; b:what would -0.45; b:when i -0.20; b:when it 0.16; b:when my -0.16
b:where * -0.04; b:where by 0.19; b:where i 0.12; b:where is 0.13; b:where it -0.01
b:which * -0.22; b:which was 0.07; b:who did 0.16; b:whole * -0.26; b:whole day 0.38
b:why i -0.19; b:will * -0.37; b:will all 0.10; b:will be 0.08; b:will do -0.40; b:will have 0.07
b:will only 0.01; b:will say 0.45; b:will see 0.34; b:willing to -0.27; b:wish i 0.04
b:with *ing 0.04; b:with a -0.02; b:with all 0.03; b:with an -0.03; b:with another 0.05
b:with her -0.13; b:with it -0.20; b:with me -0.27; b:with no 0.08; b:with something 0.23
b:with that -0.01; b:with the 0.13; b:with this 0.13; b:with those 0.08; b:with you -0.06
b:without @day 0.08; b:work at 0.20; b:work from 0.07; b:work in 0.08; b:work on 0.12
b:would * 0.11; b:would ask 0.12; b:would be -0.24; b:would but 0.10; b:would even 0.07
b:would have 0.18; b:would it -0.03; b:would let 0.07; b:would like -0.11; b:would not -0.32
b:would you -0.38; b:year i 0.11; b:year somebody 0.04; b:yes i -0.07; b:you # 0.56; b:you * -0.29
b:you *ed -0.13; b:you a -0.05; b:you anything 0.07; b:you are 0.09; b:you can -0.42
b:you could -0.26; b:you do -0.01; b:you for -0.27; b:you had 0.10; b:you have -0.09
b:you in 0.27; b:you it 0.07; b:you need -0.31; b:you never 0.15; b:you said 0.16
b:you sound 0.19; b:you that 0.22; b:you the -0.30; b:you want 0.07; b:you would 0.11
b:your * 0.15; b:your problem 0.11; bias -1.23; clause after -0.11; concern 0.71; disagrees 0.24
e:* -0.24; e:*ed -0.05; e:*ing -0.11; e:@day 0.01; e:@feel -0.01; e:actually -0.06; e:after 0.15
e:and -0.03; e:anything -0.19; e:are -0.04; e:as 0.19; e:ask -0.20; e:away -0.26; e:bad -0.32
e:be -0.20; e:because -0.16; e:before -0.38; e:better -0.32; e:bit -0.12; e:change 0.12
e:could 0.04; e:day 0.07; e:did 0.03; e:do -0.09; e:everybody -0.01; e:first 0.23; e:go -0.07
e:good -0.23; e:great -0.31; e:have -0.22; e:her -0.49; e:him 0.29; e:in -0.16; e:interested 0.41
e:long 0.26; e:look -0.03; e:more 0.19; e:much -0.35; e:no 0.82; e:now 0.20; e:of -0.10
e:off 0.10; e:okay -0.72; e:on -0.11; e:once -0.04; e:one -0.08; e:out -0.68; e:over 0.15
e:own 0.09; e:please 0.08; e:right -0.18; e:see 0.33; e:something -0.24; e:start -0.13
e:stop 0.33; e:sure -0.44; e:talk -0.01; e:thanks 0.12; e:them 0.25; e:there 0.78; e:thing -0.11
e:this 0.42; e:those 0.49; e:though 0.37; e:through -0.03; e:time 0.04; e:to -0.74; e:today 0.03
e:two -0.07; e:up 0.31; e:was -0.11; e:way 0.11; e:week -0.09; e:went 0.02; e:what -0.35
e:when 0.07; e:who 0.04; e:why 0.16; e:with -0.06; e:year 0.15; e:yes -0.13; e:yet -0.08
ends bare -0.22; ends mark -0.58; ends raw -0.45; ends stop -0.31; first -0.64; heard:0 -1.56
heard:1 -1.71; heard:12 -0.13; heard:18 0.08; heard:2 -0.90; heard:28 0.54; heard:3 -0.84
heard:5 -0.69; heard:8 -0.57; heard:more 0.61; k:# 0.19; k:* 0.17; k:*ed -0.23; k:*ing -0.05
k:@day -0.26; k:@feel -0.52; l:and -0.06; l:but 0.49; l:good -0.32; l:great 0.05; l:hello -0.07
l:hi -0.59; l:no 0.01; l:now -0.63; l:oh 0.03; l:okay -0.72; l:right -0.05; l:so -1.16
l:sure -0.04; l:then -0.03; l:well -0.18; l:wow -0.39; l:yeah -0.21; l:yes -0.53; last 0.37
later -0.77; mostly taken -0.03; n:1 -1.22; n:12 0.07; n:18 0.01; n:2 -0.86; n:28 -0.27; n:3 -0.42
n:5 -0.11; n:8 0.03; n:more -0.63; p:amount -0.14; p:asks_word -0.29; p:but 0.63; p:clause 0.19
p:commits -0.55; p:echoes -0.44; p:explain -0.28; p:fact -0.45; p:informs -0.30; p:inverted -0.51
p:no 0.47; p:opens_inverted -0.55; p:own 0.05; p:points_back -0.07; p:reflects_inside -0.12
p:refuses 1.03; p:worry 0.68; p:you -0.74; q:how  -0.26; q:how do 0.39; q:what  0.18
q:what am -0.04; q:what can -0.10; q:what were 0.06; q:what would -0.01; q:when do 0.20
q:where  0.19; q:where is 0.24; q:which  -0.26; q:which was 0.07; q:who  -0.10; q:who did 0.16
q:why am -0.03; s:# -0.08; s:# # is 0.12; s:# # of 0.03; s:# * * -0.02; s:# * is 0.37; s:# i -0.30
s:# i am -0.09; s:# that 0.16; s:# that is 0.16; s:* 0.12; s:* * is 0.03; s:* * out 0.05
s:* @feel 0.08; s:* @feel by 0.10; s:* a 0.36; s:* a bit 0.07; s:* a lot 0.16; s:* and 0.03
s:* and i 0.28; s:* are @feel 0.14; s:* can 0.33; s:* can be 0.18; s:* feel 0.03; s:* going 0.13
s:* going to 0.13; s:* good 0.17; s:* good one 0.18; s:* have 0.04; s:* have to 0.09; s:* i -0.05
s:* i have -0.10; s:* is 0.08; s:* is really 0.07; s:* last 0.10; s:* last time 0.10
s:* means -0.05; s:* means no -0.05; s:* much -0.05; s:* no -0.07; s:* of these 0.09
s:* on i 0.06; s:* that -0.14; s:* the -0.13; s:* the * -0.03; s:* try 0.16; s:* what 0.09
s:* what good 0.19; s:*ed 0.34; s:*ed ask 0.17; s:*ed ask why 0.17; s:*ed where 0.19
s:*ed where by 0.19; s:*ing -0.93; s:@day -0.05; s:@feel -0.43; s:a -0.59; s:a * -0.59
s:a bit -0.01; s:a whole 0.15; s:a whole day 0.16; s:all -0.06; s:are -0.03; s:as -0.06
s:at -0.44; s:because 0.37; s:because i 0.14; s:because i am 0.11; s:because i have 0.02
s:can -0.08; s:can i think 0.11; s:do 0.01; s:do i 0.27; s:do i have 0.35; s:do not * 0.18
s:do you -0.24; s:does -0.17; s:every -0.50; s:everything -0.09; s:for -0.38; s:go -0.45
s:he * me 0.13; s:he is 0.08; s:he is * 0.35; s:he is a 0.16; s:he is on 0.03; s:he will 0.22
s:how do 0.22; s:how do i 0.26; s:how would 0.01; s:how would i 0.02; s:i -0.06; s:i * -0.12
s:i * a 0.30; s:i * it -0.35; s:i * my 0.19; s:i * not -0.01; s:i * they 0.06; s:i * through 0.14
s:i * to -0.05; s:i * with 0.34; s:i already 0.37; s:i already * 0.10; s:i already said 0.04
s:i am @feel 0.33; s:i am getting 0.30; s:i am going -0.07; s:i am good -0.03; s:i am just -0.08
s:i am on 0.56; s:i am saying 0.13; s:i am sorry -0.16; s:i am still 0.32; s:i am the -0.05
s:i am usually 0.10; s:i can -0.23; s:i can do -0.52; s:i can not 0.10; s:i can try -0.02
s:i could -0.18; s:i did # 0.05; s:i did not -0.30; s:i did that 0.40; s:i do not 0.05
s:i feel 0.14; s:i feel like 0.01; s:i get that -0.23; s:i go -0.02; s:i got 0.15; s:i got * 0.03
s:i got to 0.25; s:i had -0.26; s:i have 0.11; s:i have * 0.45; s:i have been 0.19
s:i have done 0.20; s:i have got 0.24; s:i have had 0.27; s:i have never -0.23; s:i have not -0.34
s:i know -0.73; s:i know it -0.09; s:i know them 0.07; s:i mean i -0.01; s:i need 0.23
s:i need a 0.12; s:i need to 0.20; s:i never * 0.12; s:i only 0.36; s:i only * 0.05
s:i only do 0.16; s:i probably 0.06; s:i probably do 0.06; s:i put -0.16; s:i really 0.46
s:i really do 0.24; s:i really just 0.07; s:i said 0.21; s:i said i 0.16; s:i said no 0.12
s:i see -0.20; s:i think it 0.07; s:i think the 0.17; s:i tried 0.03; s:i tried the 0.12
s:i try -0.02; s:i try to -0.02; s:i used -0.18; s:i used to -0.09; s:i was 0.12; s:i was * 0.07
s:i was *ing 0.01; s:i was doing 0.05; s:i was told 0.37; s:i will -0.28; s:i will * -0.55
s:i will do -0.15; s:i will see 0.23; s:i wish i 0.04; s:i work 0.69; s:i work * 0.21
s:i work from 0.07; s:i work in 0.12; s:i work on 0.12; s:i would 0.19; s:i would * 0.17
s:i would be -0.14; s:i would but 0.10; s:i would feel 0.01; s:i would have 0.06
s:i would like -0.20; s:i would not -0.23; s:i would prefer 0.01; s:i would rather 0.08
s:if i 0.35; s:if i * 0.04; s:if i have 0.13; s:if i take 0.07; s:if you -0.15; s:in -0.16
s:in * -0.10; s:in a 0.13; s:in a *ed 0.18; s:is -0.09; s:is it one 0.15; s:is that -0.07
s:is there any 0.05; s:it 0.08; s:it * 0.05; s:it * at 0.24; s:it * in 0.16; s:it * up 0.13
s:it did 0.07; s:it does -0.12; s:it goes 0.11; s:it goes * 0.18; s:it is # -0.06; s:it is * -0.25
s:it is been 0.08; s:it is gone 0.23; s:it is on 0.09; s:it is the 0.01; s:it is your 0.07
s:it says 0.14; s:it says * 0.13; s:it sounds 0.15; s:it sounds @feel 0.12; s:it was -0.02
s:it was the 0.14; s:it would -0.17; s:its 0.21; s:its * -0.17; s:its a 0.14; s:its a no 0.18
s:its not 0.05; s:its not that 0.18; s:just 0.21; s:just * 0.31; s:just * me 0.16; s:last 0.07
s:last year 0.19; s:last year i 0.11; s:let me just 0.02; s:like -0.47; s:like i said 0.04
s:look 0.57; s:look i 0.32; s:look i *ed 0.14; s:look i know 0.09; s:look no 0.17; s:maybe -0.13
s:me -0.14; s:my -0.20; s:my * -0.29; s:my * * 0.05; s:my * @feel 0.09; s:my * had -0.07
s:my * is -0.14; s:my * will 0.31; s:my first 0.08; s:my first was 0.09; s:no -0.09
s:nobody has 0.17; s:nobody has time 0.17; s:nobody told 0.08; s:nobody told me 0.08; s:not 0.67
s:not * -0.07; s:not @day 0.09; s:not at the 0.11; s:not in -0.03; s:not interested 0.10
s:not next 0.01; s:not next week 0.01; s:not out 0.15; s:not out there 0.15; s:not really 0.06
s:not the 0.21; s:not the * 0.03; s:not the one 0.05; s:not this 0.14; s:not this time 0.14
s:not today 0.28; s:one * -0.11; s:one of 0.08; s:one of * 0.15; s:only -0.06; s:people 0.26
s:people would 0.15; s:people would ask 0.15; s:please do 0.07; s:please do not 0.09
s:probably 0.15; s:probably not 0.19; s:problem -0.15; s:she * -0.30; s:she *ed -0.06
s:she did 0.07; s:she did the 0.10; s:she has 0.03; s:she has not 0.13; s:she is 0.04
s:she is # 0.10; s:she is * 0.14; s:she is a 0.21; s:she never 0.35; s:she never said 0.10
s:she never says 0.11; s:some -0.10; s:sorry love 0.10; s:sorry love i 0.10; s:still 0.21
s:still i 0.03; s:still i am 0.03; s:take -0.05; s:tell -0.12; s:tell me -0.05; s:thank 0.24
s:thank you 0.24; s:thank you for -0.09; s:that * * 0.03; s:that does 0.05; s:that does not 0.08
s:that i -0.47; s:that is 0.10; s:that is *ed 0.09; s:that is @feel -0.07; s:that is good -0.11
s:that is it -0.12; s:that is kind 0.10; s:that is like 0.11; s:that is not 0.17
s:that is the -0.39; s:that is way 0.13; s:that is what 0.24; s:that is your 0.11; s:the * -0.14
s:the * * 0.07; s:the * after 0.18; s:the * i -0.01; s:the * what 0.09; s:the *ing 0.17
s:the other 0.11; s:the other lot 0.13; s:the thing 0.15; s:the thing is 0.17; s:there 0.27
s:there is 0.03; s:there is a -0.07; s:there is always 0.02; s:there is one 0.10
s:there is really 0.18; s:there must 0.18; s:there must be 0.18; s:they 0.06
s:they are still 0.12; s:they did 0.12; s:they did it 0.12; s:they do -0.02; s:they have -0.13
s:they said 0.33; s:they said no 0.09; s:they said they 0.12; s:they told 0.14
s:they told me 0.15; s:they will 0.42; s:they will * 0.14; s:they will have 0.08
s:they would -0.13; s:this week 0.05; s:this week is 0.07; s:to be 0.01; s:to be * 0.01
s:two * 0.01; s:two * is 0.05; s:two * no 0.07; s:usually 0.05; s:was 0.08; s:way 0.26; s:we 0.15
s:we * -0.03; s:we can not 0.07; s:we do -0.34; s:we do not -0.12; s:we have 0.05
s:we have never 0.12; s:we want 0.17; s:we want to 0.17; s:we will 0.09; s:we will see 0.13
s:what * goes 0.18; s:what happens 0.13; s:what happens if 0.17; s:what i -0.19; s:what if i 0.01
s:what is the 0.07; s:what would -0.22; s:where 0.12; s:where is 0.05; s:while 0.13
s:while i 0.14; s:while i am 0.14; s:who * 0.02; s:who * * 0.15; s:with the 0.10
s:with the * 0.11; s:would -0.23; s:you 0.11; s:you are 0.32; s:you are going 0.27
s:you are trying 0.18; s:you can -0.18; s:you do 0.09; s:you do not 0.13; s:you have -0.05
s:you have got -0.39; s:you have to 0.01; s:you sound 0.19; s:you sound like 0.19
s:you would 0.37; s:you would be 0.02; s:you would have 0.16; s:your -0.16; s:your * -0.06
share 0.01; taken 0.43; turned -0.73; w:$0 0.16; w:114 0.09; w:20 -0.06; w:2015 0.15; w:3 -0.09
w:30 -0.01; w:5 -0.12; w:57 0.10; w:6 -0.07; w:7 -0.08; w:a -0.05; w:able -0.16; w:about -0.73
w:actually -0.24; w:addressed 0.07; w:ads 0.09; w:after 0.03; w:afternoon -0.09; w:age -0.04
w:ago -0.31; w:aid 0.08; w:all 0.34; w:allergic 0.14; w:allowed -0.02; w:already 0.20
w:also -0.67; w:always -0.18; w:am 0.04; w:amount -0.24; w:and -0.54; w:another 0.63
w:answered 0.12; w:anymore -0.09; w:anywhere -0.39; w:apartment 0.07; w:app 0.26; w:appeals -0.03
w:are 0.14; w:arms 0.16; w:around -0.56; w:as 0.21; w:at -0.10; w:august -0.03; w:aunt 0.03
w:b18 0.16; w:back -0.93; w:bad -0.04; w:bag -0.14; w:bailiffs 0.17; w:bank 0.14; w:bath 0.06
w:batteries 0.13; w:battery 0.12; w:bed -0.14; w:been -0.07; w:begin 0.05; w:behind 0.40
w:besides 0.09; w:bidder 0.07; w:bill 0.04; w:billing 0.05; w:bin 0.14; w:binge -0.04
w:birthday 0.08; w:bit 0.47; w:blank 0.07; w:blanket 0.09; w:blocks 0.34; w:blood 0.12
w:blue -0.23; w:boat -0.13; w:book -0.37; w:boss 0.50; w:bosses 0.18; w:both -0.41
w:bottles -0.07; w:bought 0.47; w:bowls 0.17; w:brain -0.01; w:bread 0.06; w:bridge -0.16
w:bring -0.41; w:broke 0.31; w:buddy 0.04; w:building -0.11; w:bum 0.17; w:bus 0.14; w:buses 0.05
w:business 0.36; w:but -0.52; w:buy 0.27; w:buys 0.11; w:by 0.19; w:cabs 0.04; w:cages 0.15
w:call 0.40; w:calling -0.14; w:calls -0.03; w:can -0.11; w:cancel 0.52; w:cancelled 0.05
w:cantaloupe 0.17; w:car 0.18; w:card 0.53; w:care -0.46; w:carry 0.23; w:case 0.27; w:catch 0.66
w:cats -0.20; w:center 0.19; w:chair -0.20; w:change 0.15; w:changed 0.24; w:charities 0.72
w:cheaper 0.11; w:cheat 0.17; w:check -0.36; w:cheeky 0.38; w:chequebook 0.02; w:chest 0.01
w:chewing 0.18; w:child -0.49; w:children -0.43; w:choir 0.20; w:choose 0.33; w:chuck 0.10
w:class 0.37; w:clay 0.18; w:clear 0.10; w:clippings 0.18; w:clocks 0.09; w:close -0.19
w:closes 0.05; w:closet 0.15; w:coffee 0.11; w:come -0.05; w:comes -0.57; w:comfortable 0.12
w:commercially 0.09; w:company 0.02; w:computer 0.29; w:con 0.09; w:conservatory 0.05
w:consider -0.07; w:convinced 0.02; w:corridor 0.03; w:could -0.64; w:countries -0.10
w:country -0.06; w:course 0.14; w:cry -0.35; w:crying -0.24; w:currencies 0.12; w:customers 0.12
w:dad -0.11; w:daughter -0.07; w:day 0.14; w:days 0.27; w:dead 0.01; w:dear 0.05; w:december 0.17
w:decided 0.01; w:deducted -0.05; w:defended 0.14; w:definitely -0.10; w:depends -0.13; w:dev 0.05
w:did -0.09; w:difference -0.24; w:dinner -0.46; w:directly 0.36; w:do -0.01; w:does -0.38
w:dog 0.21; w:doing -0.55; w:donate -0.70; w:donations 0.34; w:done 0.24; w:donkeys 0.16
w:door -0.01; w:doubt 0.23; w:down -0.26; w:driving 0.17; w:drop 0.03; w:due 0.09; w:dumb -0.08
w:each -0.25; w:ear -0.06; w:early 0.21; w:easy 0.09; w:eat -0.14; w:eaten -0.16; w:eight -0.01
w:eighteen 0.07; w:either -0.22; w:else 0.06; w:email 0.29; w:emailed 0.05; w:end 0.31
w:enough 0.01; w:even 0.37; w:ever -0.48; w:every 0.01; w:everybody's 0.01; w:everything 0.21
w:everything's 0.03; w:evidence 0.08; w:exactly -0.03; w:except 0.07; w:exceptions 0.05
w:faked 0.18; w:family -0.02; w:fantastic -0.02; w:faraway 0.17; w:fast 0.13; w:fee 0.04
w:feed 0.17; w:feels -0.43; w:felt -0.04; w:ferret 0.15; w:fifty 0.05; w:fights 0.16; w:find -0.42
w:fine -0.76; w:first 0.45; w:fish -0.39; w:five 0.21; w:fly 0.15; w:food 0.18; w:for 0.05
w:force 0.01; w:formula 0.09; w:forty 0.36; w:four -0.80; w:free -0.23; w:freezer 0.34
w:friday -0.17; w:fridays 0.27; w:fridge 0.02; w:friends -0.26; w:funnily 0.14; w:get 0.54
w:gets 0.34; w:getting 0.23; w:gifted 0.09; w:give 0.36; w:glad -0.05; w:glazing 0.01; w:go -0.36
w:god 0.02; w:goes 0.12; w:going -0.16; w:gone 0.24; w:good -0.22; w:googled 0.15; w:got 0.20
w:government 0.30; w:granddaughter 0.04; w:grandparents 0.18; w:great -1.13; w:ground 0.12
w:guess -0.20; w:ha -0.67; w:had -0.31; w:half 0.51; w:halfway 0.02; w:hand -0.42; w:hands -0.02
w:hang 0.25; w:happens 0.03; w:hard -0.02; w:hardly 0.09; w:harsh 0.14; w:has -0.04; w:hate 0.04
w:hates 0.13; w:have 0.15; w:he -0.22; w:head 0.05; w:heard -0.07; w:heating 0.43; w:hed 0.23
w:help -0.46; w:helping -0.28; w:helps -0.29; w:her 0.14; w:here -0.29; w:high 0.06
w:himself -0.11; w:hip 0.06; w:his -0.39; w:hold 0.15; w:holidays 0.18; w:home 0.09
w:homework 0.09; w:honest 0.67; w:honestly 0.54; w:hope -0.06; w:hopeless 0.10; w:hopes 0.16
w:hoping 0.04; w:hospital 0.32; w:hour 0.42; w:hours -0.11; w:house 0.32; w:how -0.13; w:huh -0.05
w:hurts 0.04; w:i -0.08; w:ice -0.08; w:id 0.70; w:ideas -0.04; w:idk 0.15; w:ill 0.11
w:imagine -0.15; w:in -0.17; w:information -0.10; w:instead 0.16; w:interested 0.28
w:internet 0.27; w:interstate 0.03; w:into 0.12; w:is 0.20; w:it -0.03; w:its 0.14; w:jo 0.06
w:job 0.12; w:judging -0.03; w:junk 0.14; w:just 0.20; w:keeps 0.06; w:kept -0.24; w:keys 0.03
w:kid -0.04; w:killed 0.16; w:kiln 0.12; w:kind -0.05; w:knew -0.41; w:know -0.27; w:lanterns 0.13
w:last 0.47; w:late 0.34; w:lawn 0.18; w:least -0.17; w:leaves 0.21; w:leaving 0.28
w:letters 0.09; w:library 0.08; w:lie -0.27; w:lift 0.14; w:like -0.15; w:limit 0.03; w:links 0.03
w:list 0.01; w:listening 0.08; w:little -0.61; w:live 0.34; w:local 0.18; w:lock 0.09
w:logged 0.17; w:long 0.17; w:look 0.36; w:looked -0.37; w:lose 0.31; w:lost 0.13; w:lot 0.13
w:ma'am 0.10; w:mad -0.18; w:made -0.02; w:makes -0.26; w:making 0.21; w:man 0.71; w:many -0.16
w:march 0.11; w:marco 0.15; w:marking 0.20; w:matter -0.07; w:maybe -0.17; w:me -0.30; w:mean 0.08
w:means -0.23; w:meant 0.04; w:measuring 0.15; w:menu 0.34; w:messed 0.17; w:met -0.11
w:meter's 0.09; w:might 0.02; w:milk -0.02; w:millions 0.10; w:mind -0.58; w:mine 0.03
w:minus 0.16; w:minute -0.13; w:minutes 0.19; w:mistake 0.20; w:monday -0.04; w:money 0.96
w:month 0.67; w:moo 0.16; w:more 0.08; w:most -0.04; w:mother -0.40; w:moustache 0.11; w:move 0.44
w:much -0.27; w:mum -0.39; w:my 0.17; w:myself 0.19; w:name -0.27; w:nan -0.02; w:nap 0.13
w:need 0.07; w:needles 0.04; w:neighbours 0.05; w:nephew 0.12; w:never -0.09; w:newspaper 0.17
w:next -0.67; w:ngl 0.15; w:nicely 0.09; w:niece's 0.06; w:nights 0.09; w:nineteen 0.21; w:no 0.52
w:nobody 0.39; w:noises 0.16; w:normal -0.20; w:not 0.58; w:notebook 0.05; w:nothing 0.05
w:now -0.08; w:number -0.29; w:nursery 0.03; w:occupier 0.07; w:of -0.40; w:off 0.05
w:offering 0.13; w:oh 0.07; w:oil 0.07; w:okay -1.14; w:old -0.15; w:on 0.09; w:one -0.19
w:one's -0.02; w:only 0.24; w:onto 0.13; w:open -0.34; w:or -0.54; w:organization -0.25
w:other 0.03; w:our -0.74; w:out -0.30; w:outfits 0.11; w:overnight 0.14; w:owe 0.07; w:own 0.33
w:owns 0.12; w:packing 0.17; w:paddle 0.54; w:paid 0.08; w:pain -0.03; w:panicked 0.11
w:paper 0.02; w:park 0.11; w:parking 0.01; w:participate 0.05; w:party -0.09; w:passes 0.05
w:patch 0.09; w:pay 0.22; w:paying 0.34; w:payment -0.45; w:pays 0.13; w:pens -0.01
w:percent 0.30; w:percentage 0.10; w:person -0.30; w:phones 0.27; w:photos 0.13; w:pick 0.14
w:picture -0.37; w:pictures 0.10; w:pizza 0.13; w:place -0.27; w:places 0.24; w:plans 0.28
w:please 0.12; w:plus 0.10; w:point 0.25; w:pounds 0.56; w:prefer 0.02; w:press 0.02
w:pressure 0.02; w:probably 0.02; w:problem -0.07; w:promise 0.68; w:promised 0.14; w:proper 0.12
w:push 0.01; w:pushed 0.27; w:put -0.43; w:quarter -0.17; w:quid 0.04; w:quiet -0.22; w:quit -0.18
w:quite -0.01; w:quote 0.07; w:rain 0.25; w:rates 0.15; w:rather 0.18; w:really 0.23
w:receipts 0.14; w:remember -0.32; w:rent 0.13; w:repair 0.12; w:replacing 0.02; w:respect 0.08
w:ridiculous 0.14; w:rig 0.10; w:right -0.18; w:ring 0.18; w:ringing 0.09; w:road 0.20
w:roof -0.01; w:rope 0.44; w:round -0.02; w:run -0.01; w:rung 0.05; w:runs 0.11; w:rush 0.04
w:ruth 0.11; w:said 0.17; w:salaries 0.38; w:salary 0.10; w:same -0.55; w:sat -0.15
w:saturday 0.10; w:saw -0.36; w:say -0.36; w:saying 0.33; w:says 0.30; w:scale 0.03; w:scam 0.09
w:scandal 0.19; w:scared 0.11; w:scaring 0.18; w:scratch 0.49; w:second 0.01; w:seeds 0.10
w:seen -0.53; w:sees 0.06; w:sell 0.18; w:set 0.15; w:seven 0.01; w:share 0.08; w:she -0.15
w:sherry 0.06; w:shift -0.16; w:shouted 0.07; w:showered 0.02; w:shut 0.13; w:sick -0.20
w:sign 0.14; w:simple -0.06; w:since -0.32; w:single 0.15; w:sit -0.12; w:sitting -0.28
w:six 0.26; w:sixty 0.09; w:size 0.06; w:sleep 0.20; w:sleeper 0.17; w:slept -0.11
w:slightly 0.14; w:slow 0.11; w:small -0.42; w:smoke -0.31; w:so -0.52; w:socks -0.40
w:some -0.16; w:somebody -0.03; w:someone -0.12; w:something -0.10; w:sometimes -0.37; w:son -0.35
w:sooner 0.04; w:sorry -0.27; w:sort -0.11; w:sound 0.02; w:speech 0.05; w:spend 0.08
w:spent 0.11; w:spoken 0.07; w:sports -0.11; w:staff 0.03; w:stage -0.06; w:standing -0.09
w:start -0.74; w:states -0.03; w:stay -0.13; w:step -0.32; w:still 0.31; w:stood 0.02; w:stop 0.24
w:store 0.09; w:stove -0.07; w:strong 0.01; w:stuck 0.08; w:stuff -0.33; w:stupid -0.49
w:suck -0.18; w:summer 0.05; w:sunday 0.25; w:supply 0.13; w:suppose -0.26; w:supposed 0.17
w:sure -0.73; w:surveys 0.13; w:swallow 0.04; w:swapped 0.07; w:swear -0.07; w:swell 0.10
w:swells 0.18; w:tablets 0.04; w:takes 0.05; w:taking -0.01; w:talking -0.11; w:task -0.02
w:tasks 0.16; w:taste -0.13; w:tax 0.14; w:tbh 0.06; w:teachers 0.06; w:team -0.35; w:tears 0.06
w:tell -0.99; w:telling 0.22; w:terraced 0.18; w:text -0.14; w:than 0.08; w:thank 0.32
w:that -0.08; w:the -0.20; w:them 0.24; w:them's 0.07; w:themselves 0.03; w:then -0.04
w:therapists 0.12; w:there 0.16; w:these 0.55; w:thing -0.21; w:thing's 0.35; w:things 0.25
w:thinking -0.21; w:thirty 0.13; w:this 0.18; w:those 0.55; w:though 0.56; w:thought -0.75
w:thousand -0.25; w:thumb -0.16; w:thursday -0.20; w:tick 0.13; w:tickets 0.30; w:tight 0.29
w:till 0.07; w:time 0.40; w:tired -0.05; w:to -0.06; w:together -0.11; w:told 0.20
w:tomorrow -0.02; w:ton 0.06; w:tone 0.18; w:tongue 0.12; w:tonight -0.14; w:too -0.03
w:top -0.01; w:tough 0.11; w:towel -0.09; w:town 0.01; w:training 0.24; w:travelling 0.13
w:tree 0.19; w:tried 0.36; w:try -0.03; w:tube 0.01; w:tuesdays 0.01; w:turn -0.14; w:twenty -0.01
w:twice 0.07; w:twins 0.28; w:twisting 0.18; w:two -0.52; w:ugh 0.07; w:under -0.15
w:understand -0.06; w:unless 0.02; w:unsafe -0.04; w:until 0.22; w:upsetting 0.06; w:use 0.55
w:used -0.40; w:uses 0.16; w:usually 0.45; w:vendors 0.15; w:villas 0.19; w:visits 0.10
w:wait 0.38; w:wake -0.04; w:walking 0.40; w:want 0.36; w:wants -0.05; w:was -0.22; w:waste 0.14
w:watch 0.03; w:way 0.15; w:we 0.53; w:wearing 0.13; w:website 0.22; w:wedding -0.07
w:wednesday -0.16; w:week 0.22; w:weekend 0.01; w:weeks 0.17; w:weighs 0.06; w:well -0.11
w:wendy 0.15; w:where 0.33; w:whether 0.13; w:which -0.17; w:who -0.21; w:will 0.04
w:willing -0.27; w:win 0.07; w:word -0.29; w:words -0.12; w:work 0.19; w:working -0.16
w:world -0.12; w:worry 0.09; w:worse 0.20; w:worst -0.04; w:would -0.04; w:wrapping 0.17
w:write 0.09; w:wrong -0.19; w:yacht 0.02; w:yeah -1.09; w:year 0.23; w:years 0.09; w:yes -0.47
w:yet -0.24; w:you -0.33; w:young 0.07; w:your 0.10; who: -0.85; who:i -0.30; who:you -0.64
who:youi 0.27
"""
