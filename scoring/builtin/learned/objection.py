"""Learned weights of ``objection``; written by ``python -m benchmarks.train_signals``."""

LINE = (1.231, 0.887, -0.74)
WEIGHTS = """
after ask 1.30; after question -0.10; b:# # -0.19; b:# * -0.02; b:# in 0.28; b:# is 0.12
b:# that 0.14; b:# this 0.08; b:* *ed 0.02; b:* *ing -0.09; b:* a -0.08; b:* about -0.02
b:* all 0.12; b:* and 0.09; b:* are 0.08; b:* as 0.04; b:* can 0.08; b:* for 0.31; b:* from 0.03
b:* gets 0.13; b:* i -0.22; b:* is 0.33; b:* it 0.08; b:* just 0.04; b:* me 0.24; b:* more 0.26
b:* new 0.15; b:* nothing 0.07; b:* on 0.09; b:* one -0.28; b:* or -0.08; b:* right 0.18
b:* should 0.12; b:* so -0.14; b:* sorry 0.27; b:* than 0.02; b:* that -0.03; b:* the 0.20
b:* their 0.03; b:* there -0.06; b:* those 0.10; b:* time 0.32; b:* to 0.03; b:* up -0.44
b:* will 0.12; b:* with -0.13; b:* you -0.07; b:*ed * -0.01; b:*ed goes 0.29; b:*ed to -0.23
b:*ed you 0.15; b:*ing * -0.26; b:*ing a 0.19; b:*ing for 0.04; b:*ing me 0.16; b:*ing on 0.12
b:*ing through 0.19; b:*ing to 0.17; b:@feel a 0.09; b:@feel about -0.10; b:@feel for 0.04
b:@feel it -0.01; b:@feel my 0.09; b:@feel of 0.07; b:@feel that 0.06; b:@feel to -0.17
b:a # -0.03; b:a * -0.32; b:a *ing -0.03; b:a @day 0.10; b:a bad 0.12; b:a bit 0.39
b:a great -0.05; b:a long 0.09; b:a lot 0.21; b:a problem -0.06; b:a whole 0.03; b:about the -0.09
b:all day 0.15; b:all i 0.06; b:already give 0.02; b:already said 0.12; b:am * 0.11
b:am @feel 0.01; b:am not 0.03; b:am sorry -0.29; b:and big 0.10; b:and i -0.05; b:and nobody 0.16
b:another * 0.26; b:another offer 0.09; b:any * -0.07; b:any of 0.17; b:are * 0.04
b:are still 0.16; b:are trying 0.17; b:at # -0.23; b:at * -0.01; b:at the 0.12; b:bad * 0.01
b:be * 0.32; b:be a 0.16; b:be here 0.14; b:been on 0.11; b:before to 0.10; b:big * 0.03
b:bit * 0.05; b:bit more 0.14; b:bit much 0.09; b:but i -0.06; b:by @day 0.08; b:by the 0.07
b:could do -0.02; b:day off 0.02; b:did not -0.27; b:do i 0.25; b:do it 0.01; b:do that 0.29
b:do you -0.09; b:every * -0.15; b:everyone else 0.13; b:for *ing -0.06; b:for me 0.10
b:for that 0.49; b:for the -0.06; b:for this 0.01; b:from home 0.12; b:get my 0.06
b:gets most 0.13; b:gets there 0.13; b:give * 0.18; b:give that 0.10; b:given to 0.04
b:go * -0.11; b:goes @feel 0.18; b:gone up 0.01; b:good * -0.08; b:good with 0.05; b:got * 0.14
b:got a 0.14; b:got another 0.35; b:had * 0.06; b:had a -0.01; b:happens if 0.19; b:have * 0.01
b:have a -0.14; b:have anything 0.12; b:have got 0.63; b:have never 0.04; b:have no -0.14
b:have not -0.18; b:have people 0.19; b:have seen -0.09; b:have the 0.10; b:he is -0.18
b:heard of -0.12; b:heard that 0.10; b:here by 0.14; b:hold for 0.12; b:how do 0.30; b:i * -0.37
b:i @feel 0.05; b:i already 0.43; b:i am -0.07; b:i can -0.15; b:i could -0.01; b:i did -0.21
b:i do 0.05; b:i had -0.19; b:i have -0.19; b:i mean -0.12; b:i need 0.06; b:i never 0.07
b:i said 0.07; b:i see -0.09; b:i think 0.22; b:i want 0.26; b:i was 0.26; b:i will -0.29
b:i wish 0.01; b:i work 0.44; b:if i 0.18; b:if your 0.19; b:important no 0.15; b:in my -0.20
b:is *ing -0.27; b:is @feel -0.05; b:is a 0.35; b:is good -0.09; b:is like 0.06; b:is long 0.02
b:is my 0.21; b:is not 0.17; b:is the -0.15; b:is there -0.09; b:is too 0.27; b:is way 0.09
b:is what 0.03; b:it * -0.77; b:it again 0.06; b:it does -0.12; b:it gets 0.08; b:it he 0.18
b:it in -0.03; b:it is 0.16; b:it like -0.01; b:it one 0.12; b:it was -0.20; b:just * 0.03
b:just do 0.04; b:just goes 0.08; b:keep the 0.12; b:know it -0.01; b:know this 0.11
b:last time 0.14; b:let me -0.10; b:like # 0.12; b:like everyone 0.16; b:like i -0.03
b:like people 0.01; b:like that -0.58; b:like this 0.16; b:like to -0.31; b:little over 0.10
b:long time 0.12; b:look i 0.13; b:lot are 0.12; b:lot more 0.32; b:lot with 0.12; b:me # 0.12
b:me * -0.21; b:me an 0.17; b:me as 0.07; b:me something 0.17; b:mean i -0.05; b:might be 0.04
b:more important 0.15; b:more than 0.22; b:most of 0.22; b:much * 0.02; b:must be 0.07
b:my * 0.10; b:need to 0.27; b:new * 0.05; b:no * -0.08; b:nobody * 0.38; b:not * 0.06
b:not *ing 0.41; b:not any 0.11; b:not at 0.11; b:not do 0.15; b:not even -0.03; b:not give 0.21
b:not have 0.15; b:not here -0.01; b:not interested 0.05; b:not like 0.15; b:not me 0.15
b:not mine 0.08; b:not need -0.19; b:not say -0.08; b:not sure -0.01; b:not that 0.11
b:not today 0.10; b:not want 0.08; b:nothing we 0.09; b:of * 0.05; b:of that -0.11
b:of these 0.10; b:of those 0.30; b:off for 0.06; b:on * 0.47; b:on hold 0.12; b:on my -0.05
b:on you 0.02; b:one * -0.19; b:one of 0.23; b:one up 0.12; b:other * -0.15; b:other lot 0.12
b:our * -0.14; b:over what 0.39; b:part of 0.04; b:people *ing 0.38; b:rather give 0.23
b:really not 0.08; b:right now 0.20; b:said last 0.17; b:said no 0.36; b:says i -0.14
b:should do 0.13; b:some * -0.18; b:somebody i 0.04; b:something like 0.10; b:something when 0.17
b:sorry to -0.01; b:still * 0.28; b:than * 0.31; b:thank you 0.42; b:thanks for -0.14
b:that * -0.34; b:that are 0.06; b:that before 0.09; b:that is 0.21; b:that long 0.16
b:that nobody 0.08; b:that not 0.15; b:that one 0.18; b:that they -0.05; b:the * 0.01
b:the other 0.04; b:them to 0.08; b:there is -0.37; b:there must 0.20; b:these * 0.12
b:things on 0.04; b:think about 0.05; b:think i -0.14; b:think it 0.15; b:think the 0.15
b:think we 0.05; b:this * 0.05; b:this year 0.16; b:those they 0.06; b:those things 0.14
b:those where 0.13; b:thought of -0.03; b:through your 0.19; b:time this 0.15; b:time to 0.24
b:to * 0.30; b:to *ing 0.04; b:to ask -0.02; b:to be 0.23; b:to hear -0.22; b:to keep 0.11
b:to know -0.16; b:to somebody 0.03; b:to think 0.21; b:told it 0.08; b:too * 0.42
b:trying to 0.10; b:unless * 0.18; b:up # 0.04; b:want another 0.02; b:want my 0.03
b:want one 0.06; b:wanted to 0.06; b:was *ing 0.09; b:was there 0.13; b:was told 0.33
b:way over 0.15; b:we * -0.20; b:we are -0.02; b:we have 0.52; b:we might 0.09; b:we said 0.10
b:we want 0.14; b:we wanted 0.15; b:what * -0.05; b:what happens 0.17; b:what we 0.37
b:what you 0.08; b:when the 0.16; b:where the 0.13; b:who * 0.18; b:whole day 0.12; b:will * -0.15
b:will be -0.01; b:will not 0.50; b:willing to -0.19; b:wish i 0.02; b:with something 0.12
b:with the -0.16; b:without *ing 0.05; b:work for 0.06; b:work from 0.12; b:work on 0.15
b:would be -0.12; b:would have 0.18; b:would let 0.07; b:would like -0.35; b:would prefer 0.02
b:you # 0.17; b:you can -0.17; b:you have -0.20; b:you said 0.16; b:your * 0.26; bias -1.24
clause after -0.21; concern 0.96; disagrees 0.20; e:* -0.10; e:*ed -0.06; e:@day 0.14
e:@feel -0.07; e:again 0.12; e:because -0.16; e:could 0.05; e:day 0.08; e:do -0.21; e:else 0.13
e:have -0.05; e:here -0.05; e:interested 0.19; e:it 0.23; e:long 0.21; e:me 0.03; e:mine 0.05
e:more 0.06; e:much -0.06; e:no 0.57; e:not -0.36; e:offer 0.09; e:okay -0.24; e:one -0.08
e:really 0.04; e:right -0.12; e:said 0.03; e:something -0.01; e:sorry 0.06; e:sure -0.07
e:that -0.10; e:them -0.15; e:things 0.03; e:this 0.23; e:though -0.13; e:time 0.15; e:to -0.13
e:too -0.09; e:way 0.05; e:year 0.28; e:you 0.11; ends bare -0.39; ends mark -0.20; ends raw -0.45
ends stop -0.35; first -0.73; heard:0 -1.25; heard:1 -1.87; heard:12 0.31; heard:18 0.54
heard:2 -0.62; heard:28 0.36; heard:3 -1.68; heard:5 -1.43; heard:8 -0.54; heard:more 0.07
k:# 0.11; k:* 0.09; k:*ed -0.58; k:@feel -0.26; l:but 0.36; l:no 0.42; l:oh -0.50; l:okay -0.48
l:so -0.79; l:sure -0.03; l:then 0.11; l:wow -0.13; last -0.11; later -0.71; mark short 0.05
n:1 -1.08; n:12 0.28; n:18 -0.32; n:2 -0.89; n:28 -0.09; n:3 -0.78; n:5 -0.31; n:8 0.21; nod -0.66
p:asks_word -0.88; p:but 0.23; p:commits -0.41; p:echoes -0.58; p:explain -0.54; p:fact -0.21
p:inverted -1.09; p:no 0.64; p:opens_inverted -0.58; p:own 0.01; p:points_back 0.08
p:reflects -0.37; p:reflects_inside 0.02; p:refuses 1.42; p:worry 0.81; p:you -0.60; q:how  -0.41
q:how do 0.28; q:what  0.29; q:when  0.04; q:who  0.02; q:why  -0.03; s:# 0.48; s:# * 0.15
s:# * is 0.17; s:# is 0.09; s:# is a 0.09; s:# that 0.15; s:# that is 0.15; s:* 0.04
s:* * is 0.14; s:* a 0.14; s:* a bit 0.15; s:* are @feel 0.08; s:* is 0.17; s:* is really 0.07
s:* nothing 0.09; s:* nothing we 0.09; s:* of 0.07; s:* of these 0.10; s:*ing -0.14; s:@feel -0.01
s:a -0.27; s:do -0.05; s:he -0.69; s:how 0.03; s:how do 0.30; s:how do i 0.32; s:i -0.01
s:i * -0.01; s:i * my 0.17; s:i * they 0.08; s:i *ed -0.35; s:i already 0.27
s:i already give 0.02; s:i already said 0.12; s:i am * 0.21; s:i am @feel 0.08; s:i am not 0.05
s:i am sorry -0.27; s:i can -0.43; s:i can do -0.01; s:i can not -0.04; s:i could -0.05
s:i did -0.16; s:i get my 0.09; s:i had -0.09; s:i have been 0.01; s:i have got 0.51
s:i have no -0.05; s:i have not -0.12; s:i just do 0.05; s:i know -0.55; s:i mean -0.11
s:i mean i -0.05; s:i need to 0.02; s:i never 0.09; s:i never * 0.14; s:i said 0.09
s:i said no 0.11; s:i think 0.07; s:i think it 0.09; s:i think the 0.15; s:i want to -0.07
s:i was 0.29; s:i was *ing 0.09; s:i was told 0.33; s:i will -0.11; s:i will * -0.20
s:i will not 0.16; s:i wish 0.03; s:i wish i 0.02; s:i work 0.38; s:i work from 0.12
s:i work on 0.15; s:i would like -0.24; s:i would prefer 0.02; s:i would rather 0.02
s:if i have 0.12; s:is it one 0.13; s:it -0.02; s:it * -0.04; s:it is 0.18; s:it is a 0.17
s:its 0.15; s:just 0.04; s:just * 0.17; s:just * me 0.17; s:let -0.07; s:look 0.17; s:look i 0.17
s:look i *ed 0.17; s:maybe -0.23; s:my -0.05; s:my * -0.08; s:my * @feel 0.10; s:my * is -0.11
s:my * will 0.22; s:need 0.06; s:need to 0.06; s:need to *ing 0.06; s:not 0.48; s:not at 0.12
s:not at the 0.15; s:not really 0.02; s:not today 0.10; s:problem -0.04; s:she -0.20
s:she is * 0.04; s:thank 0.47; s:thank you 0.47; s:that i -0.26; s:that i do -0.01; s:that is 0.15
s:that is like 0.18; s:that is not 0.26; s:that is way 0.09; s:that is what 0.07; s:the * -0.14
s:the other 0.12; s:the other lot 0.12; s:there is -0.05; s:there is a -0.04; s:there must 0.20
s:there must be 0.20; s:they are 0.10; s:they are still 0.18; s:two * is 0.02; s:usually 0.08
s:way 0.02; s:we 0.23; s:we have 0.15; s:we have never 0.11; s:we want 0.16; s:we want to 0.17
s:what happens 0.17; s:what happens if 0.19; s:who 0.03; s:who * 0.12; s:who * * 0.16; s:you -0.12
s:you are trying 0.17; s:you would 0.09; s:you would have 0.19; share -0.11; taken 0.06
turned -0.12; w:$0 0.19; w:a -0.13; w:about -0.77; w:ads 0.10; w:after -0.43; w:again 0.04
w:all 0.01; w:already 0.36; w:also -0.28; w:always -0.13; w:am -0.08; w:and -0.49; w:another 0.34
w:are 0.28; w:around -0.08; w:as 0.09; w:ask -0.25; w:at -0.24; w:baby 0.06; w:back -0.11
w:bad 0.06; w:be 0.16; w:because -0.34; w:behind 0.14; w:birthday 0.13; w:bit 0.24; w:blocks 0.18
w:boss 0.48; w:bought 0.09; w:broken 0.16; w:but -0.08; w:by 0.01; w:can -0.12; w:cancel 0.18
w:catch 0.19; w:charge 0.07; w:charities 0.87; w:cheaper 0.18; w:check -0.05; w:cheeky 0.07
w:chest 0.08; w:children -0.25; w:children's 0.19; w:choose 0.27; w:church 0.16; w:cold 0.01
w:come -0.28; w:could -0.47; w:day 0.09; w:defended 0.17; w:did -0.88; w:different -0.04
w:directly 0.38; w:does -0.27; w:dollar -0.18; w:donate -0.19; w:donating 0.06; w:donation 0.12
w:donations 0.43; w:done -0.10; w:doubt 0.29; w:early 0.13; w:eighty 0.17; w:email 0.16
w:even -0.55; w:every -0.51; w:exactly -0.09; w:feed 0.16; w:feel -0.02; w:fifth 0.02
w:fifty 0.36; w:find -0.08; w:fine -0.32; w:five 0.33; w:food 0.22; w:for 0.27; w:four -0.35
w:fridays 0.11; w:from 0.11; w:front 0.13; w:get -0.28; w:gets 0.27; w:give 0.38; w:go -0.14
w:goes 0.26; w:good -0.33; w:got 0.43; w:government 0.28; w:great -0.82; w:guess -0.09
w:had -0.45; w:happens 0.14; w:hard -0.35; w:has -0.14; w:hates 0.16; w:have 0.02; w:he -0.38
w:hear -0.42; w:help -0.13; w:helping -0.09; w:helps -0.18; w:her -0.37; w:him -0.16; w:hold 0.10
w:honest 0.41; w:honestly 0.22; w:hoping 0.07; w:house 0.06; w:how -0.13; w:husband -0.07
w:i -0.07; w:if 0.13; w:in -0.28; w:interested 0.13; w:is 0.37; w:it -0.21; w:keeps 0.10
w:kids -0.06; w:know -0.13; w:lanterns 0.08; w:last 0.10; w:left -0.21; w:legal 0.03; w:like -0.04
w:limit 0.14; w:local 0.23; w:long 0.44; w:look 0.05; w:lost 0.31; w:lot 0.39; w:love -0.03
w:make -0.21; w:marco 0.18; w:maybe -0.60; w:me -0.04; w:mean -0.15; w:mine 0.01; w:minutes 0.12
w:moment 0.27; w:money 0.94; w:month 0.21; w:months -0.20; w:more 0.28; w:much -0.07; w:mum -0.05
w:my 0.11; w:myself -0.14; w:needles 0.14; w:news 0.04; w:next -0.06; w:nice -0.10; w:no 0.12
w:nobody 0.21; w:noon 0.03; w:not 0.36; w:offer 0.04; w:offering 0.12; w:okay -0.43; w:on 0.08
w:one -0.04; w:or -0.49; w:organization -0.12; w:our -0.23; w:out -0.66; w:over 0.42; w:own -0.06
w:participate 0.12; w:pay 0.08; w:paying 0.17; w:payment -0.28; w:pays 0.15; w:places 0.05
w:plans 0.08; w:please -0.04; w:pounds 0.18; w:prefer 0.05; w:pretty 0.09; w:probably -0.02
w:problem -0.30; w:put -0.29; w:quote 0.08; w:rates 0.17; w:rather 0.01; w:receipts 0.16
w:rent 0.15; w:reward 0.05; w:ridiculous 0.19; w:ring 0.02; w:ringing 0.02; w:room 0.07
w:rope 0.12; w:said 0.56; w:salaries 0.42; w:same -0.02; w:saturday 0.08; w:save -0.06
w:say -0.06; w:says -0.25; w:scam 0.11; w:scared 0.14; w:scratch 0.32; w:second 0.05; w:see -0.41
w:seen -0.10; w:sees 0.05; w:sell 0.17; w:she -0.31; w:six -0.21; w:slow 0.18; w:so -0.24
w:some -0.46; w:something 0.10; w:sorry -0.05; w:spend 0.07; w:spy 0.06; w:still 0.46
w:stranger -0.02; w:stuck 0.11; w:stuff -0.02; w:sure -0.36; w:take -0.39; w:takes 0.07
w:talk -0.31; w:task -0.02; w:tax 0.14; w:team -0.02; w:tell -0.58; w:ten -0.37; w:than 0.14
w:thank 0.42; w:thanks -0.13; w:that 0.19; w:the -0.03; w:them -0.31; w:then -0.39; w:there -0.04
w:these 0.10; w:they -0.33; w:thing's 0.34; w:things 0.24; w:think 0.19; w:thirty 0.03
w:this 0.56; w:those 0.50; w:though -0.16; w:thought -0.55; w:tickets 0.15; w:tight 0.43
w:time 0.39; w:to 0.02; w:too 0.03; w:took 0.01; w:tough 0.25; w:travelling 0.16; w:trust 0.08
w:trying 0.10; w:twice 0.40; w:two -0.01; w:unless 0.26; w:up -0.27; w:uses 0.17; w:usually 0.02
w:vendors 0.18; w:very -0.20; w:wait 0.24; w:walking 0.18; w:want 0.40; w:waste 0.17; w:water 0.06
w:way 0.24; w:we 0.54; w:went -0.01; w:were -0.04; w:when 0.02; w:why -0.19; w:will -0.24
w:willing -0.19; w:win 0.07; w:with -0.36; w:work 0.18; w:world -0.09; w:worth 0.17; w:would -0.09
w:year 0.18; w:years 0.06; w:yellow 0.03; w:you -0.62; w:your 0.10; w:yourself 0.10; w:zero 0.02
who: -0.94; who:i -0.10; who:you -0.71
"""
